# facts-view: makes all facts anew from the asserted claims and the relation table. Gives exactly the facts that an
# export has: empty the graph of the facts first, and nothing else is needed.
# Where the facts stand in the default graph, leave out the lines that begin with WITH. (Oxigraph
# with --union-default-graph takes no WITH.)
PREFIX dp: <https://w3id.org/depeche/ontology#>
PREFIX dpq: <https://w3id.org/depeche/qualifier#>
PREFIX dpv: <https://w3id.org/depeche/value/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
# The node of the relation with its roles.
WITH <https://data.example.org/graph/facts>
INSERT { ?relation a ?type ; ?subjectRole ?subject ; ?objectRole ?object }
WHERE {
  GRAPH ?g {
    ?claim dp:status dp:asserted ; dp:about ?relation ; dp:relationType ?type ; dp:subject ?subject ; dp:object ?object .
  }
  GRAPH ?table { ?type dp:subjectRole ?subjectRole ; dp:objectRole ?objectRole }
} ;
# The edge, unless the relation has ended.
WITH <https://data.example.org/graph/facts>
INSERT { ?subject ?edge ?object }
WHERE {
  GRAPH ?g {
    ?claim dp:status dp:asserted ; dp:relationType ?type ; dp:subject ?subject ; dp:object ?object .
    FILTER NOT EXISTS { ?claim dp:phase dpv:ended }
  }
  GRAPH ?table { ?type dp:edge ?edge }
  FILTER(?subject != ?object)
} ;
# The edge back, where it has no direction.
WITH <https://data.example.org/graph/facts>
INSERT { ?object ?edge ?subject }
WHERE {
  GRAPH ?g {
    ?claim dp:status dp:asserted ; dp:relationType ?type ; dp:subject ?subject ; dp:object ?object .
    FILTER NOT EXISTS { ?claim dp:phase dpv:ended }
  }
  GRAPH ?table { ?type dp:edge ?edge . ?edge a owl:SymmetricProperty }
  FILTER(?subject != ?object)
} ;
# What identifies the relation beside its roles.
WITH <https://data.example.org/graph/facts>
INSERT { ?relation ?property ?value }
WHERE {
  GRAPH ?g { ?claim dp:status dp:asserted ; dp:about ?relation ; dp:relationType ?type ; ?qualifier ?value }
  GRAPH ?table { ?type dp:keyQualifier ?qualifier . ?qualifier dp:factProperty ?property }
} ;
WITH <https://data.example.org/graph/facts>
INSERT { ?relation dp:date ?day }
WHERE {
  GRAPH ?g {
    ?claim dp:status dp:asserted ; dp:about ?relation ; dp:relationType ?type ; dpq:from ?day ;
      dpq:timePrecision dpv:day .
  }
  GRAPH ?table { ?type dp:keyBucket dpv:day }
}
