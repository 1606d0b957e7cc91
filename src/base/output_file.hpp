#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/byte_sink.hpp"
#include "base/result.hpp"

namespace depeche {

/// An output file that appears whole or not at all. Bytes go to a temporary file in the target's folder, and `commit`
/// gives it its final name after everything has reached the disk. Without a commit the temporary file is removed and
/// an older file of that name stays as it was.
///
/// "-" is standard output. It, a FIFO and a device ("/dev/null") are written in place: what a reader has already seen
/// cannot be taken back, but every failure is reported. A broken pipe is an error if the program ignores SIGPIPE.
class OutputFile final : public ByteSink {
 public:
  /// Opens the output, so that a bad path is found before any work. A symbolic link is followed: the file it leads to
  /// is replaced and the link stays. Fails if the folder is missing or not writable, or the target is a folder, a link
  /// that leads nowhere or a file that may not be written.
  static Result<OutputFile> open(const std::string& path);

  OutputFile(OutputFile&&) noexcept;
  OutputFile& operator=(OutputFile&&) noexcept;
  ~OutputFile() override;

  /// Appends bytes through a buffer of 1 MiB. After a failure nothing more is written.
  void write(std::string_view bytes) override;

  /// Sends the buffer on. For outputs that somebody reads meanwhile.
  void flush();

  /// True for an output that is written in place, so that somebody may be reading it.
  bool in_place() const;

  /// The first failure so far: worth a look between articles, so that a full disk ends the run early.
  const std::optional<Error>& failure() const;

  /// Bytes given to `write`.
  std::uint64_t size() const;

  /// Writes what is left, checks the length, syncs and renames. Nothing may be written afterwards. On failure the
  /// final name still holds what it held before; only if syncing the folder fails may it hold the new file already.
  Result<void> commit();

 private:
  struct State;
  explicit OutputFile(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace depeche
