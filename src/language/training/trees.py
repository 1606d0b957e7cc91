"""Phrases with their trees, put together from parts."""


class Tree:
    def __init__(self, rows, root):
        self.rows, self.root = rows, root


def w(form, upos, detail="_"):
    return Tree([[form, upos, detail, -1, "root"]], 0)


def b(*parts):
    """A phrase: parts in order, (label, tree) each; the head has the label "H"."""
    rows, roots, head = [], [], None
    for label, tree in parts:
        start = len(rows)
        for form, upos, detail, up, name in tree.rows:
            rows.append([form, upos, detail, up + start if up >= 0 else -1, name])
        if label == "H":
            head = start + tree.root
        else:
            roots.append((start + tree.root, label))
    for node, label in roots:
        rows[node][3], rows[node][4] = head, label
    return Tree(rows, head)


def comma():
    return ("punct", w(",", "PUNCT"))
