// Syllables of Chinese, Korean, Vietnamese and Burmese names as French newspapers write them, folded and sorted.
#include <algorithm>
#include <iterator>

#include "recognise/french/name_words.hpp"

namespace depeche::recognise::french {

namespace {

constexpr std::string_view chinese_families[] = {
    "ai",    "an",    "ao",     "bai",    "ban",   "bao",   "bi",     "bian",   "bo",     "cai",  "cao",   "cen",
    "chai",  "chan",  "chang",  "chao",   "chen",  "cheng", "cheung", "chi",    "chiang", "chiu", "chong", "chou",
    "chow",  "chu",   "chuang", "chun",   "cui",   "dai",   "dang",   "deng",   "di",     "ding", "dong",  "dou",
    "du",    "duan",  "fan",    "fang",   "fei",   "feng",  "fong",   "fu",     "gan",    "gao",  "ge",    "geng",
    "gong",  "gu",    "guan",   "gui",    "guo",   "han",   "hao",    "he",     "ho",     "hong", "hou",   "hu",
    "hua",   "huang", "hui",    "huo",    "ji",    "jia",   "jian",   "jiang",  "jiao",   "jin",  "jing",  "ju",
    "kang",  "ke",    "kong",   "kuang",  "kuo",   "kwok",  "lai",    "lam",    "lan",    "lang", "lau",   "lee",
    "lei",   "leng",  "leung",  "li",     "lian",  "liang", "liao",   "lin",    "ling",   "liu",  "long",  "lou",
    "lu",    "luo",   "lv",     "ma",     "mao",   "mei",   "meng",   "mi",     "miao",   "min",  "mo",    "mou",
    "mu",    "na",    "ni",     "nie",    "ning",  "niu",   "ou",     "ouyang", "pan",    "pang", "pei",   "peng",
    "pi",    "pu",    "qi",     "qian",   "qiang", "qiao",  "qin",    "qiu",    "qu",     "quan", "ran",   "ren",
    "rong",  "ruan",  "rui",    "sha",    "shan",  "shang", "shao",   "shen",   "sheng",  "shi",  "shu",   "shuai",
    "song",  "su",    "sui",    "sun",    "szeto", "tai",   "tan",    "tang",   "tao",    "teng", "tian",  "tong",
    "tsai",  "tsang", "tse",    "tu",     "tung",  "wan",   "wang",   "wei",    "wen",    "weng", "wong",  "wu",
    "xi",    "xia",   "xian",   "xiang",  "xiao",  "xie",   "xin",    "xing",   "xiong",  "xu",   "xuan",  "xue",
    "yan",   "yang",  "yao",    "ye",     "yeh",   "yi",    "yin",    "ying",   "yong",   "you",  "yu",    "yuan",
    "yue",   "yun",   "zang",   "zeng",   "zha",   "zhai",  "zhan",   "zhang",  "zhao",   "zhen", "zheng", "zhi",
    "zhong", "zhou",  "zhu",    "zhuang", "zhuo",  "zou",   "zu",     "zuo",
};
constexpr std::string_view chinese_syllables[] = {
    "a",        "ai",    "an",    "ang",   "ao",    "ba",    "bai",   "ban",    "bao",    "bei",   "ben",    "bi",
    "bian",     "biao",  "bin",   "bing",  "bo",    "bu",    "cai",   "can",    "cang",   "cao",   "ce",     "cen",
    "chai",     "chan",  "chang", "chao",  "chee",  "chen",  "cheng", "cheuk",  "cheung", "chi",   "chiang", "ching",
    "ching-te", "chiu",  "chong", "chou",  "chow",  "chu",   "chuan", "chuang", "chun",   "chung", "chuo",   "ci",
    "cong",     "cui",   "cun",   "da",    "dai",   "dan",   "dang",  "dao",    "de",     "deng",  "di",     "dian",
    "diao",     "die",   "ding",  "dong",  "dou",   "du",    "duan",  "er",     "fa",     "fai",   "fan",    "fang",
    "fei",      "fen",   "feng",  "fo",    "fong",  "fu",    "fung",  "gai",    "gan",    "gang",  "gao",    "ge",
    "gen",      "geng",  "gong",  "gu",    "guan",  "guang", "gui",   "gun",    "guo",    "ha",    "hai",    "han",
    "hao",      "he",    "hei",   "heng",  "hing",  "ho",    "hong",  "hou",    "hsien",  "hu",    "hua",    "huai",
    "huan",     "huang", "hui",   "hun",   "huo",   "jen",   "jeou",  "ji",     "jia",    "jian",  "jiang",  "jiao",
    "jie",      "jin",   "jing",  "jiong", "jiu",   "ju",    "juan",  "jue",    "jui",    "jun",   "ka",     "kai",
    "kan",      "kang",  "kao",   "ke",    "keng",  "keung", "kin",   "kit",    "kong",   "kou",   "ku",     "kuai",
    "kuan",     "kuang", "kun",   "kuo",   "kwan",  "kwok",  "la",    "lai",    "lam",    "lan",   "lang",   "lao",
    "lau",      "le",    "lee",   "lei",   "leng",  "leung", "li",    "lian",   "liang",  "liao",  "lie",    "lin",
    "ling",     "liu",   "lok",   "long",  "lou",   "lu",    "luan",  "lun",    "luo",    "lv",    "ma",     "man",
    "mang",     "mao",   "mei",   "men",   "meng",  "mi",    "mian",  "miao",   "mie",    "min",   "ming",   "mo",
    "mou",      "mu",    "mun",   "na",    "nai",   "nan",   "nao",   "neng",   "ngor",   "ni",    "nian",   "niang",
    "niao",     "nie",   "nin",   "ning",  "niu",   "nong",  "nu",    "nuan",   "nuo",    "ou",    "ouyang", "pai",
    "pan",      "pang",  "pao",   "pei",   "pen",   "peng",  "pi",    "pian",   "piao",   "pin",   "ping",   "po",
    "pong",     "pu",    "qi",    "qian",  "qiang", "qiao",  "qie",   "qin",    "qing",   "qiong", "qiu",    "qu",
    "quan",     "que",   "qun",   "ran",   "rang",  "rao",   "re",    "ren",    "ri",     "rong",  "rou",    "ru",
    "ruan",     "rui",   "ruo",   "sai",   "san",   "sang",  "sao",   "se",     "sen",    "sha",   "shan",   "shang",
    "shao",     "shen",  "sheng", "shi",   "shih",  "shou",  "shu",   "shua",   "shuai",  "shun",  "shuo",   "si",
    "song",     "sou",   "su",    "sui",   "sun",   "suo",   "szeto", "ta",     "tai",    "tak",   "tan",    "tang",
    "tao",      "te",    "teng",  "ti",    "tian",  "tiao",  "tie",   "ting",   "tong",   "tou",   "tsai",   "tsang",
    "tse",      "tu",    "tuan",  "tui",   "tun",   "tung",  "tuo",   "wa",     "wah",    "wai",   "wan",    "wang",
    "wei",      "wen",   "weng",  "wong",  "wu",    "xi",    "xia",   "xian",   "xiang",  "xiao",  "xie",    "xin",
    "xing",     "xiong", "xiu",   "xu",    "xuan",  "xue",   "xun",   "ya",     "yai",    "yan",   "yang",   "yao",
    "ye",       "yee",   "yeh",   "yi",    "yin",   "ying",  "yiu",   "yong",   "you",    "yu",    "yuan",   "yue",
    "yuen",     "yun",   "za",    "zai",   "zan",   "zang",  "zao",   "ze",     "zen",    "zeng",  "zha",    "zhai",
    "zhan",     "zhang", "zhao",  "zhe",   "zhen",  "zheng", "zhi",   "zhong",  "zhou",   "zhu",   "zhuang", "zhui",
    "zhun",     "zhuo",  "zi",    "zong",  "zou",   "zu",    "zuan",  "zui",    "zun",    "zuo",
};

constexpr std::string_view korean_families[] = {
    "ahn",   "an",   "bae", "baek", "bak",   "byun", "cha",   "chang", "cho",  "choe",  "choi", "choo", "chun",
    "chung", "do",   "eom", "gang", "go",    "goo",  "gu",    "gwon",  "ha",   "han",   "heo",  "hong", "hur",
    "hwang", "hyun", "im",  "jang", "je",    "jeon", "jeong", "ji",    "jin",  "jo",    "joo",  "ju",   "jun",
    "jung",  "kang", "ki",  "kil",  "kim",   "ko",   "koo",   "ku",    "kwak", "kwon",  "lee",  "lim",  "ma",
    "min",   "moon", "mun", "na",   "nam",   "no",   "noh",   "o",     "oh",   "paek",  "pak",  "park", "pyo",
    "ra",    "ri",   "rim", "roh",  "ryang", "ryom", "ryu",   "seo",   "seok", "seong", "shim", "shin", "sim",
    "sin",   "so",   "son", "song", "suh",   "sung", "tae",   "thae",  "u",    "um",    "wang", "wi",   "won",
    "woo",   "yang", "yeo", "yi",   "yim",   "yoo",  "yoon",  "you",   "yu",   "yun",
};
constexpr std::string_view korean_syllables[] = {
    "ahn",   "an",     "bae",   "baek",  "bak",   "beom",  "bin",   "bo",     "bok",   "bong",   "bum",   "byun",
    "cha",   "chan",   "chang", "cho",   "choe",  "choi",  "chol",  "chong",  "choo",  "chul",   "chun",  "chung",
    "dae",   "deok",   "do",    "dok",   "dong",  "eom",   "eon",   "eui",    "eul",   "eun",    "eung",  "gang",
    "gap",   "geun",   "gi",    "gil",   "go",    "gon",   "goo",   "gu",     "guk",   "gun",    "gwan",  "gwang",
    "gwon",  "gyeong", "gyu",   "ha",    "hae",   "hak",   "han",   "hee",    "heo",   "hon",    "hong",  "hoon",
    "hu",    "hui",    "hun",   "hur",   "hwa",   "hwan",  "hwang", "hwi",    "hyang", "hye",    "hyeok", "hyeon",
    "hyo",   "hyok",   "hyon",  "hyong", "hyuk",  "hyun",  "ik",    "il",     "im",    "in",     "ja",    "jae",
    "jai",   "jang",   "je",    "jeon",  "jeong", "ji",    "jin",   "jo",     "jok",   "jon",    "jong",  "joo",
    "joon",  "ju",     "jun",   "jung",  "kang",  "kap",   "keun",  "ki",     "kil",   "kim",    "ko",    "kon",
    "koo",   "kook",   "ku",    "kwak",  "kwan",  "kwang", "kwon",  "kyong",  "kyu",   "kyun",   "kyung", "lee",
    "lim",   "ma",     "man",   "mi",    "min",   "mok",   "moon",  "mu",     "mun",   "myeong", "myo",   "myong",
    "myung", "na",     "nam",   "no",    "noh",   "o",     "oh",    "ok",     "on",    "paek",   "pak",   "park",
    "phil",  "pil",    "pong",  "pyo",   "ra",    "rae",   "ran",   "ri",     "rim",   "roh",    "rok",   "ryang",
    "rye",   "ryol",   "ryom",  "ryong", "ryu",   "sam",   "san",   "san-ju", "sang",  "se",     "seo",   "seok",
    "seon",  "seong",  "seop",  "seung", "shik",  "shim",  "shin",  "si",     "sik",   "sim",    "sin",   "so",
    "son",   "song",   "soo",   "sook",  "su",    "suh",   "suk",   "sun",    "sung",  "sup",    "tae",   "taek",
    "tak",   "thae",   "tok",   "u",     "ui",    "uk",    "ul",    "um",     "un",    "ung",    "up",    "wang",
    "wha",   "wi",     "won",   "woo",   "wook",  "woong", "yang",  "yeo",    "yeol",  "yeon",   "yeong", "yi",
    "yim",   "yol",    "yon",   "yong",  "yoo",   "yoon",  "yop",   "you",    "youl",  "young",  "yu",    "yul",
    "yun",
};

constexpr std::string_view vietnamese_families[] = {
    "bui",   "cao",   "chu",    "cu",    "dam",   "dang",   "dao", "dinh",   "do",   "doan", "duong",
    "ha",    "ho",    "hoang",  "huynh", "khuat", "kieu",   "la",  "lai",    "lam",  "le",   "lu",
    "luong", "luu",   "ly",     "mac",   "mai",   "nghiem", "ngo", "nguyen", "pham", "phan", "phi",
    "phung", "quach", "ta",     "tang",  "thach", "thai",   "to",  "ton",    "tong", "tran", "trang",
    "trieu", "trinh", "truong", "tu",    "van",   "vo",     "vu",  "vuong",
};
constexpr std::string_view vietnamese_syllables[] = {
    "an",     "anh",    "ba",    "bac",   "bach",  "bang",  "bao",   "bich",  "binh",   "bui",    "ca",     "cam",
    "can",    "canh",   "cao",   "cat",   "chanh", "chau",  "chi",   "chien", "chinh",  "chu",    "chung",  "cong",
    "cu",     "cuc",    "cuong", "da",    "dai",   "dam",   "dan",   "dang",  "danh",   "dao",    "dat",    "diem",
    "dien",   "diep",   "dieu",  "dinh",  "do",    "doan",  "don",   "dong",  "dua",    "duc",    "dung",   "duong",
    "duy",    "duyen",  "em",    "gia",   "giang", "giao",  "giap",  "ha",    "hai",    "han",    "hang",   "hanh",
    "hao",    "hau",    "hien",  "hiep",  "hieu",  "ho",    "hoa",   "hoai",  "hoan",   "hoang",  "hong",   "hop",
    "hue",    "hung",   "huong", "huu",   "huy",   "huyen", "huynh", "kha",   "khac",   "khai",   "khang",  "khanh",
    "khiem",  "khoa",   "khoi",  "khuat", "khue",  "kiem",  "kien",  "kieu",  "kim",    "ky",     "la",     "lai",
    "lam",    "lan",    "lap",   "le",    "liem",  "lien",  "linh",  "loan",  "loc",    "loi",    "long",   "lu",
    "luan",   "luat",   "luc",   "luong", "luu",   "ly",    "mac",   "mai",   "man",    "manh",   "mau",    "mien",
    "minh",   "mong",   "muoi",  "my",    "nam",   "nga",   "ngan",  "nghi",  "nghia",  "nghiem", "ngo",    "ngoc",
    "nguyen", "nguyet", "nha",   "nham",  "nhan",  "nhat",  "nhi",   "nhien", "nhu",    "nhung",  "nhuong", "ninh",
    "nu",     "oanh",   "pham",  "phan",  "phat",  "phi",   "phong", "phu",   "phuc",   "phung",  "phuoc",  "phuong",
    "quach",  "quan",   "quang", "que",   "quoc",  "quy",   "quyen", "quyet", "quynh",  "sac",    "san",    "sang",
    "sau",    "sen",    "sinh",  "soan",  "son",   "suong", "sy",    "ta",    "tai",    "tam",    "tan",    "tang",
    "tao",    "tat",    "tay",   "thach", "thai",  "thang", "thanh", "thao",  "the",    "theu",   "thi",    "thien",
    "thieu",  "thinh",  "tho",   "thoa",  "thoi",  "thong", "thu",   "thua",  "thuan",  "thuc",   "thuong", "thuy",
    "thuyet", "tich",   "tien",  "tiep",  "tinh",  "to",    "toai",  "toan",  "ton",    "tong",   "trac",   "trai",
    "tran",   "trang",  "tri",   "trieu", "trinh", "trong", "truc",  "trung", "truong", "tu",     "tuan",   "tuc",
    "tue",    "tung",   "tuong", "tuyen", "tuyet", "ty",    "uy",    "uyen",  "van",    "vi",     "viem",   "vien",
    "viet",   "vinh",   "vo",    "vong",  "vu",    "vuong", "vy",    "xuan",  "xuyen",  "y",      "yen",
};

constexpr std::string_view burmese_families[] = {
    "aung", "daw", "htin", "kyaw",  "maung", "min", "myint", "ne",  "nyan", "san",
    "soe",  "suu", "than", "thein", "thura", "tin", "u",     "win", "ye",   "zaw",
};
constexpr std::string_view burmese_syllables[] = {
    "aung",  "aye",   "chit",  "cho",   "daw",  "hla",  "hlaing", "htay",  "htin", "htun",  "htut", "htwe",
    "khin",  "khine", "khun",  "kyaw",  "kyi",  "lin",  "lwin",   "maung", "min",  "moe",   "mon",  "mya",
    "myint", "myo",   "naing", "nay",   "ne",   "ni",   "nu",     "nway",  "nyan", "nyein", "nyi",  "nyunt",
    "oo",    "pe",    "phyo",  "san",   "sein", "shwe", "si",     "soe",   "suu",  "swe",   "than", "thant",
    "thaw",  "thein", "thi",   "thiha", "thin", "thu",  "thura",  "thwin", "tin",  "toe",   "tun",  "u",
    "wai",   "way",   "win",   "wunna", "ye",   "yi",   "yin",    "zar",   "zaw",  "zin",
};

template <std::size_t n>
bool contains(const std::string_view (&table)[n], std::string_view word) {
  return std::binary_search(std::begin(table), std::end(table), word);
}

}  // namespace

bool is_family_name(std::string_view folded, SyllableLanguage language) {
  switch (language) {
    case SyllableLanguage::chinese:
      return contains(chinese_families, folded);
    case SyllableLanguage::korean:
      return contains(korean_families, folded);
    case SyllableLanguage::vietnamese:
      return contains(vietnamese_families, folded);
    case SyllableLanguage::burmese:
      return contains(burmese_families, folded);
    case SyllableLanguage::none:
      break;
  }
  return false;
}

bool is_name_syllable(std::string_view folded, SyllableLanguage language) {
  switch (language) {
    case SyllableLanguage::chinese:
      return contains(chinese_syllables, folded);
    case SyllableLanguage::korean:
      return contains(korean_syllables, folded);
    case SyllableLanguage::vietnamese:
      return contains(vietnamese_syllables, folded);
    case SyllableLanguage::burmese:
      return contains(burmese_syllables, folded);
    case SyllableLanguage::none:
      break;
  }
  return false;
}

}  // namespace depeche::recognise::french
