# facts-refresh: after articles were dropped or replaced, takes away the facts that no asserted claim carries any more.
# Where the facts stand in the default graph, leave out the lines that begin with WITH. (Oxigraph
# with --union-default-graph takes no WITH.) After a replacement run
# facts-view as well, for the facts that are new.
PREFIX dp: <https://w3id.org/depeche/ontology#>
PREFIX dpv: <https://w3id.org/depeche/value/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
WITH <https://data.example.org/graph/facts>
DELETE { ?subject ?edge ?object }
WHERE {
  GRAPH ?table { ?type dp:edge ?edge }
  ?subject ?edge ?object .
  FILTER NOT EXISTS {
    GRAPH ?g {
      ?claim dp:status dp:asserted ; dp:predicate ?edge ; dp:subject ?subject ; dp:object ?object .
      FILTER NOT EXISTS { ?claim dp:phase dpv:ended }
    }
  }
  FILTER NOT EXISTS {
    GRAPH ?also { ?edge a owl:SymmetricProperty }
    GRAPH ?h {
      ?mirror dp:status dp:asserted ; dp:predicate ?edge ; dp:subject ?object ; dp:object ?subject .
      FILTER NOT EXISTS { ?mirror dp:phase dpv:ended }
    }
  }
} ;
WITH <https://data.example.org/graph/facts>
DELETE { ?relation ?property ?value }
WHERE {
  GRAPH ?table { ?type dp:edge ?edge }
  ?relation a ?type ; ?property ?value .
  FILTER NOT EXISTS { GRAPH ?g { ?claim dp:status dp:asserted ; dp:about ?relation } }
}
