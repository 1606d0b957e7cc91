"""Words of the own sentences: names, states, offices, goods, verbs with their frames."""

FIRST = "Anna Igor Jean Maria Omar Lucas Aïcha Vladimir Emma Karim Sofia Pedro Li Amadou Heiko Claire Donald Angela Recep Viktor Ursula Emmanuel Joe Xi Petr".split()
LAST = "Durand Petrov Keller Ndiaye Costa Haddad Moreau Silva Tanaka Kovac Weber Rossi Diallo Novak Larsen Benali Orban Merz Lavigne Toure Ramos Koch Martin".split()
# name, with article, "à/en + name", "de + name"
STATES = [("France", "la"), ("Russie", "la"), ("Chine", "la"), ("Turquie", "la"), ("Pologne", "la"), ("Syrie", "la"),
          ("Hongrie", "la"), ("Libye", "la"), ("Serbie", "la"), ("Inde", "l'"), ("Ukraine", "l'"), ("Iran", "l'"),
          ("Allemagne", "l'"), ("Italie", "l'"), ("Espagne", "l'"), ("Algérie", "l'"), ("Arménie", "l'"), ("Égypte", "l'"),
          ("Japon", "le"), ("Mali", "le"), ("Soudan", "le"), ("Maroc", "le"), ("Niger", "le"), ("Brésil", "le"),
          ("Kenya", "le"), ("Vietnam", "le"), ("Canada", "le"), ("Etats-Unis", "les"), ("Pays-Bas", "les"), ("Philippines", "les")]
CAPITALS = "Paris Moscou Pékin Ankara Varsovie Berlin Rome Madrid Alger Kiev Téhéran Washington Tokyo Bamako Niamey Rabat Londres Bruxelles Hanoï Belgrade Nairobi Tripoli Damas Kigali Bogota".split()
ADJ = ["russe", "turc", "français", "allemand", "chinois", "américain", "polonais", "malien", "iranien", "israélien", "japonais", "ukrainien", "algérien", "britannique", "espagnol", "brésilien"]
ADJ_F = {"russe": "russe", "turc": "turque", "français": "française", "allemand": "allemande", "chinois": "chinoise", "américain": "américaine", "polonais": "polonaise", "malien": "malienne", "iranien": "iranienne", "israélien": "israélienne", "japonais": "japonaise", "ukrainien": "ukrainienne", "algérien": "algérienne", "britannique": "britannique", "espagnol": "espagnole", "brésilien": "brésilienne"}
OFFICES = ["président", "ministre", "ambassadeur", "chancelier", "dirigeant", "général", "porte-parole", "diplomate", "roi", "négociateur"]
OFFICES_F = ["présidente", "ministre", "ambassadrice", "chancelière", "dirigeante", "diplomate", "reine", "négociatrice"]
GOODS = ["blé", "gaz", "pétrole", "riz", "coton", "cacao", "charbon", "cuivre", "acier", "maïs"]
ARMS = ["missiles", "chars", "drones", "munitions", "avions", "obus", "armes", "hélicoptères", "blindés"]
DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "hier"]
MONTHS = "janvier février mars avril mai juin juillet septembre octobre novembre décembre".split()

# infinitive, present 3sg, present 3pl, past participle, frame
VERBS = [("rencontrer", "rencontre", "rencontrent", "rencontré", "who"), ("recevoir", "reçoit", "reçoivent", "reçu", "who"),
         ("soutenir", "soutient", "soutiennent", "soutenu", "who"), ("condamner", "condamne", "condamnent", "condamné", "any"),
         ("menacer", "menace", "menacent", "menacé", "who"), ("bombarder", "bombarde", "bombardent", "bombardé", "any"),
         ("attaquer", "attaque", "attaquent", "attaqué", "any"), ("expulser", "expulse", "expulsent", "expulsé", "who"),
         ("signer", "signe", "signent", "signé", "deal"), ("conclure", "conclut", "concluent", "conclu", "deal"),
         ("livrer", "livre", "livrent", "livré", "give"), ("fournir", "fournit", "fournissent", "fourni", "give"),
         ("vendre", "vend", "vendent", "vendu", "give"), ("envoyer", "envoie", "envoient", "envoyé", "give"),
         ("importer", "importe", "importent", "importé", "import"), ("acheter", "achète", "achètent", "acheté", "import"),
         ("accueillir", "accueille", "accueillent", "accueilli", "who"), ("critiquer", "critique", "critiquent", "critiqué", "any"),
         ("arrêter", "arrête", "arrêtent", "arrêté", "who"), ("annoncer", "annonce", "annoncent", "annoncé", "thing"),
         ("prolonger", "prolonge", "prolongent", "prolongé", "thing"), ("viser", "vise", "visent", "visé", "any"), ("produire", "produit", "produisent", "produit", "import"),
         ("contrôler", "contrôle", "contrôlent", "contrôlé", "any"), ("détruire", "détruit", "détruisent", "détruit", "any"),
         ("quitter", "quitte", "quittent", "quitté", "thing"), ("diriger", "dirige", "dirigent", "dirigé", "thing")]
CONTROL = [("accuser", "accuse", "accusent", "accusé", "de"), ("soupçonner", "soupçonne", "soupçonnent", "soupçonné", "de"),
           ("appeler", "appelle", "appellent", "appelé", "à"), ("exhorter", "exhorte", "exhortent", "exhorté", "à"),
           ("empêcher", "empêche", "empêchent", "empêché", "de"), ("inviter", "invite", "invitent", "invité", "à")]
PROMISE = [("promettre", "promet", "promettent", "promis", "de"), ("décider", "décide", "décident", "décidé", "de"),
           ("menacer", "menace", "menacent", "menacé", "de"), ("refuser", "refuse", "refusent", "refusé", "de"),
           ("commencer", "commence", "commencent", "commencé", "à"), ("vouloir", "veut", "veulent", "voulu", ""),
           ("devoir", "doit", "doivent", "dû", ""), ("pouvoir", "peut", "peuvent", "pu", ""), ("aller", "va", "vont", "allé", "")]
SPEECH = [("déclare", "déclaré"), ("affirme", "affirmé"), ("estime", "estimé"), ("indique", "indiqué"), ("ajoute", "ajouté"),
          ("assure", "assuré"), ("explique", "expliqué"), ("précise", "précisé"), ("souligne", "souligné"), ("prévient", "prévenu"),
          ("dit", "dit"), ("annonce", "annoncé"), ("rappelle", "rappelé"), ("regrette", "regretté"), ("insiste", "insisté")]
