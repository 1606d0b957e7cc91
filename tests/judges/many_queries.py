"""Queries made by combination: patterns with every operator between them, and functions over odd values."""

import itertools
import random

# All over claims ?c, so that what is joined stays small.
PATTERNS = [
    "?c dp:status dp:asserted", "?c dp:status ?st", "?c dp:subject ?s", "?c dp:object ?s", "?c dp:subject ?s ; dp:object ?o",
    "?c dp:attributedTo ?s", "?c dpq:value ?v", "?c dpq:measure ?m ; dpq:unit ?u", "?c dpq:content ?in",
    "?in dpq:content ?c", "?c dp:sentence/nif:referenceContext ?a", "?c dp:sentence ?sent . ?sent nif:beginIndex ?v",
    "?c dp:subject|dp:object ?s", "?c dpq:content* ?in", "?c dpq:content+ ?in", "?c dpq:content? ?in", "?c ^dpq:content ?in",
    "?c !(dp:subject|dp:object|dp:rule|rdf:type|dp:sentence) ?o", "?c !(^dpq:content|dp:status) ?s",
    "?c (dp:subject/^dp:object) ?d", "?c dp:cue ?q", "?c dp:relationType dp:Meeting", "?c dp:confidence ?v FILTER(?v > 0.8)",
    "?c dp:relationType ?t BIND(STRAFTER(STR(?t), '#') AS ?q)", "VALUES ?st { dp:asserted dp:planned } ?c dp:status ?st",
    "VALUES (?st ?t) { (dp:negated UNDEF) (UNDEF dp:Import) } ?c dp:status ?st ; dp:relationType ?t",
    "{ ?c dp:status dp:alleged } UNION { ?c dp:status dp:planned BIND(1 AS ?w) }",
    "{ SELECT ?c (COUNT(*) AS ?v) { ?c dp:subject ?s } GROUP BY ?c }",
    "{ SELECT ?c ?st { ?c dp:status ?st } ORDER BY STR(?c) LIMIT 25 OFFSET 3 }",
    "{ SELECT DISTINCT ?c { ?c dp:subject|dp:object ?x } }",
]
# Where Oxigraph and the text of the standard part: GRAPH ?g evaluates a subquery for each graph; a|b counts both ways.
NOT_IN_GRAPHS = [p for p in PATTERNS if "SELECT" in p]
COUNTED_OTHERWISE = [p for p in PATTERNS if "|" in p]
BETWEEN = ["{{ {a} }} {{ {b} }}", "{a} . {b}", "{a} OPTIONAL {{ {b} }}", "{a} MINUS {{ {b} }}",
           "{a} FILTER EXISTS {{ {b} }}", "{a} FILTER NOT EXISTS {{ {b} }}", "{{ {a} }} UNION {{ {b} }}",
           "{a} OPTIONAL {{ {b} FILTER(BOUND(?s) && ISIRI(?s)) }}", "{{ {a} OPTIONAL {{ {b} }} }} FILTER(!BOUND(?v))",
           "OPTIONAL {{ {a} }} {b}", "{{ {a} MINUS {{ {b} }} }} UNION {{ {b} }}"]
SETS = ["SELECT DISTINCT * {{ {p} }}", "SELECT ?s (COUNT(DISTINCT ?c) AS ?n) {{ {p} }} GROUP BY ?s HAVING(COUNT(DISTINCT ?c) > 1)",
        "ASK {{ {p} }}", "CONSTRUCT {{ ?c dp:x ?s . ?s dp:y ?v , ?c }} WHERE {{ {p} }}"]
BAGS = ["SELECT * {{ {p} }}", "SELECT (SUM(?v) AS ?sum) (MIN(?v) AS ?low) (MAX(?v) AS ?high) (COUNT(*) AS ?n) {{ {p} }}"]

VALUES = ['""', '"abc"', '"Éléphant à Zürich"@fr', '"x"@EN-gb', '"a.b*c"', '"🌍 terre"', "0", "-7", "35", "2.5", "-0.5", '"1000"^^xsd:double',
          "true", "false", '"2024-02-29"^^xsd:date', '"2024-05-17T10:20:30Z"^^xsd:dateTime',
          '"2024-05-17T10:20:30.5+02:00"^^xsd:dateTime', '"zz"^^<http://x/own>', "dp:asserted", "<urn:a%20b>", "UNDEF"]
ONE = ["STR(?x)", "STRLEN(?x)", "UCASE(?x)", "LCASE(?x)", "LANG(?x)", "DATATYPE(?x)", "ABS(?x)", "CEIL(?x)", "FLOOR(?x)",
       "ROUND(?x)", "YEAR(?x)", "MONTH(?x)", "DAY(?x)", "HOURS(?x)", "MINUTES(?x)", "SECONDS(?x)", "TZ(?x)", "ISIRI(?x)",
       "ISURI(?x)", "ISLITERAL(?x)", "ISBLANK(?x)", "ISNUMERIC(?x)", "BOUND(?x)", "!?x", "-?x", "+?x", "IRI(?x)", "URI(STR(?x))",
       "ENCODE_FOR_URI(?x)", "SHA256(STR(?x))", "xsd:string(?x)", "xsd:integer(?x)", "xsd:decimal(?x)", "xsd:boolean(?x)",
       "xsd:date(?x)", "xsd:dateTime(?x)", "COALESCE(?x, 'none')", "IF(?x, 1, 2)", "SUBSTR(?x, 2)", "SUBSTR(?x, 0, 3)",
       "STRLANG(STR(?x), 'de')", "STRDT(STR(?x), xsd:string)", "REGEX(STR(?x), '^[a-z]', 'i')", "REGEX(?x, 'é')",
       "REPLACE(STR(?x), '([a-z])', '<$1>')", "REPLACE(STR(?x), 'B', '-', 'i')", "CONCAT(?x, 'y')", "?x IN (35, 'abc', true)",
       "?x NOT IN (35, 'abc')", "LANGMATCHES(LANG(?x), '*')", "LANGMATCHES(LANG(?x), 'en')"]
TWO = ["?x = ?y", "?x != ?y", "?x < ?y", "?x >= ?y", "?x + ?y", "?x - ?y", "?x * ?y", "?x / ?y", "?x && ?y", "?x || ?y",
       "SAMETERM(?x, ?y)", "CONTAINS(?x, ?y)", "STRSTARTS(?x, ?y)", "STRENDS(?x, ?y)", "STRBEFORE(?x, ?y)", "STRAFTER(?x, ?y)",
       "CONCAT(?x, ?y)", "COALESCE(?x + ?y, ?x)", "IF(?x = ?y, ?x, ?y)", "?x IN (?y)"]
AGGREGATES = ["COUNT(?x)", "COUNT(DISTINCT ?x)", "SUM(?x)", "AVG(?x)", "MIN(?x)", "MAX(?x)"]
NUMBERS = [v for v in VALUES if v[0] in "-0123456789"]
TIMES = [v for v in VALUES if "xsd:date" in v]


def combinations(count, in_graphs):
    """So many of the patterns with an operator between them, the same each time; each operator with each form. Over
    named graphs, or the default graph."""
    chance = random.Random(4579)
    forms = list(itertools.product(BETWEEN, SETS + BAGS))
    for i in range(count):
        between, around = forms[i % len(forms)]
        patterns = [p for p in PATTERNS if not (in_graphs and p in NOT_IN_GRAPHS)
                    and not (around in BAGS and p in COUNTED_OTHERWISE)]
        both = between.format(a=chance.choice(patterns), b=chance.choice(patterns))
        yield around.format(p=f"GRAPH ?g {{ {both} }}" if in_graphs else both)


def functions():
    """Each function over every value, a row each; an error is no value."""
    for expression in ONE:
        values = [v for v in VALUES if not (expression in ("!?x", "IF(?x, 1, 2)") and "@" in v)]
        yield f"SELECT ?i ({expression} AS ?r) {{ VALUES (?i ?x) {{ {rows(values)} }} }}"
    for expression in TWO:
        pairs = " ".join(f"({i} {x} {y})" for i, (x, y) in enumerate(itertools.product(VALUES, VALUES))
                         if is_settled(expression, x, y))
        yield f"SELECT ?i ({expression} AS ?r) {{ VALUES (?i ?x ?y) {{ {pairs} }} }}"
    for expression in AGGREGATES:
        for values in (NUMBERS, VALUES[-2:], TIMES):
            yield f"SELECT ({expression} AS ?r) {{ VALUES (?i ?x) {{ {rows(values)} }} }}"


def is_settled(expression, x, y):
    """False where the two may differ: the order of booleans, and of what has no order with itself; the truth of text in a
    language; times less times, for there are no durations here; nothing divided by decimals."""
    if expression in ("?x < ?y", "?x >= ?y") and (x == y or {x, y} == {"true", "false"}):
        return False
    if expression in ("?x && ?y", "?x || ?y") and "@" in x + y:
        return False
    if expression == "?x / ?y" and x == "0":
        return False
    return expression != "?x - ?y" or not ("xsd:date" in x and "xsd:date" in y)


def rows(values):
    return " ".join(f"({i} {value})" for i, value in enumerate(values))
