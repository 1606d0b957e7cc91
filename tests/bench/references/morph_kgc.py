#!/usr/bin/env python3
"""Prepares for Morph-KGC what makes the same quads of claims that depeche wrote: the claims as JSON, and a mapping.

    morph_kgc.py QUADS.nq FOLDER

Writes FOLDER/claims.json, mapping.ttl and config.ini, and the quads that should come out into wanted.nq. A record is a claim with one
value of each property; further values of a property stand in further records."""
import json
import os
import re
import sys

LINE = re.compile(r'(<\S+>) <(\S+)> (<[^>]*>|"(?:[^"\\]|\\.)*"(?:\^\^<[^>]*>|@[\w-]+)?) (<\S+>)? ?\.\n')
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
CLAIM = "<https://w3id.org/depeche/ontology#Claim>"


def split_literal(term):
    text, tail = re.fullmatch(r'"((?:[^"\\]|\\.)*)"(.*)', term).groups()
    return json.loads(f'"{text}"'.replace("\t", "\\t")), tail


def main():
    source, folder = sys.argv[1:]
    with open(source, encoding="utf-8") as file:
        quads = [(match.groups(), match[0]) for match in map(LINE.fullmatch, file) if match]
    claims = {s for (s, p, o, _), _ in quads if p == TYPE and o == CLAIM}
    quads = [(quad, line) for quad, line in quads if quad[0] in claims]
    fields, records = {}, {}
    for (subject, predicate, value, graph), _ in quads:
        value, tail = (value[1:-1], "iri") if value[0] == "<" else split_literal(value)
        field = fields.setdefault((predicate, tail), f"f{len(fields)}")
        rows = records.setdefault((subject, graph), [{}])
        row = next((r for r in rows if field not in r), None)
        if row is None:
            rows.append(row := {})
        row[field] = value
    rows = [{"claim": subject[1:-1], "published_in": graph[1:-1].rpartition("/")[2], **row} for (subject, graph), all_rows in records.items() for row in all_rows]
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "claims.json"), "w", encoding="utf-8") as file:
        json.dump(rows, file, ensure_ascii=False)
    graphs = next(iter(records))[1][1:-1].rpartition("/")[0]  # all begin alike: an article's IRI
    maps = []
    for (predicate, tail), field in fields.items():
        kind = "rr:termType rr:IRI" if tail == "iri" else "rr:termType rr:Literal"
        if tail.startswith("@"):
            kind = f'rr:language "{tail[1:]}"'
        elif tail.startswith("^^"):
            kind = f"rr:datatype {tail[2:]}"
        maps.append(f'  rr:predicateObjectMap [ rr:predicate <{predicate}> ; rr:objectMap [ rml:reference "{field}" ; {kind} ] ]')
    with open(os.path.join(folder, "mapping.ttl"), "w", encoding="utf-8") as file:
        file.write("@prefix rr: <http://www.w3.org/ns/r2rml#> .\n@prefix rml: <http://semweb.mmlab.be/ns/rml#> .\n"
                   "@prefix ql: <http://semweb.mmlab.be/ns/ql#> .\n\n<#Claims>\n"
                   f'  rml:logicalSource [ rml:source "{folder}/claims.json" ; rml:referenceFormulation ql:JSONPath ; rml:iterator "$[*]" ] ;\n'
                   '  rr:subjectMap [ rml:reference "claim" ; rr:termType rr:IRI ; '
                   f'rr:graphMap [ rr:template "{graphs}/{{published_in}}" ] ] ;\n'
                   + " ;\n".join(maps) + " .\n")
    with open(os.path.join(folder, "config.ini"), "w", encoding="utf-8") as file:
        file.write("[CONFIGURATION]\noutput_format = N-QUADS\nnumber_of_processes = 1\nlogging_level = ERROR\n"
                   f"output_file = {folder}/out.nq\n\n[claims]\nmappings = {folder}/mapping.ttl\n")
    with open(os.path.join(folder, "wanted.nq"), "w", encoding="utf-8") as file:
        file.writelines(line for _, line in quads)


main()
