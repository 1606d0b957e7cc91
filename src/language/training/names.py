"""Names, figures and words that fill the phrases: from the tables of mappings/names and from lists of our own."""
import csv

from grammar import R, combine, word
from lexicon import vowel

# States without an article, and those that take "en" or "à" otherwise than their gender tells.
BARE = set("Israël Cuba Malte Chypre Oman Djibouti Singapour Monaco Haïti Taïwan Madagascar Bahreïn Andorre".split()) | {"Saint-Marin", "Hong Kong", "Sao Tomé-et-Principe", "Antigua-et-Barbuda"}
BARE_A = {"Cuba", "Malte", "Chypre", "Oman", "Djibouti", "Singapour", "Monaco", "Taïwan", "Madagascar", "Bahreïn", "Saint-Marin", "Hong Kong"}
ADJECTIVE_PARTS = set("saoudite unis équatoriale dominicaine occidental tchèque centrafricaine démocratique équatorial européenne africaine arabe orientale islamique mondiale latine internationale monétaire atlantique allemand".split())
CITIES = "Genève Vienne Doha Djeddah Astana Minsk Sotchi Odessa Marseille Munich Milan Gênes Istanbul Izmir Alep Mossoul Goma Bukavu Benghazi Tobrouk Agadez Kidal Gao Khartoum Nyala Kharkiv Marioupol Kandahar Peshawar Bombay Shanghai Canton Osaka Busan Davos Nice Séville Porto Gdansk Cracovie Salzbourg Bâle Anvers Gand Rotterdam Hambourg Francfort Stuttgart Dubaï Charm-el-Cheikh Tanger Oran Sfax Tripoli Aden Bassora Erbil Ispahan Tabriz Samarcande".split()
PLACES = CITIES
SURNAMES = "Durand Petrov Keller Ndiaye Costa Haddad Moreau Silva Tanaka Kovac Weber Rossi Diallo Novak Larsen Benali Orban Merz Lavigne Toure Ramos Koch Martin Blanc Petit Roux Legrand Marchand Olsen Virtanen Papadakis Yilmaz Aydin Ozturk Kaya Hassan Ibrahim Farouk Nasser Bakr Sow Traoré Keita Mensah Okafor Adeyemi Banda Mwangi Kimani Tesfaye Bekele Chen Wang Zhang Nguyen Tran Pham Sato Suzuki Park Lee Singh Patel Sharma Khan Ahmed Garcia Lopez Fernandez Pereira Santos Moretti Ferrari Bianchi Schmidt Fischer Wagner Becker Jansen Visser Nowak Wisniewski Popescu Ionescu Dimitrov Markovic Jovanovic Kowalski Horvath Nagy Szabo Smith Jones Taylor Miller Davis Clark".split()
SYLLABLES = "ba be bi bo bra cha da de di dra fa fe ga gi go gra ha i ja jo ka ke ki ko kra la le li lo ma me mi mo na ne ni no o pa pe pi po ra re ri ro sa se si so ta te ti to tra u va ve vi vo wa ya za ze zi".split()
ENDINGS = "n r s k l m z ski ov ova ev ic ez os is ini elli ard eau aud ier ström berg mann son sen dze ian yan oglu i a o u é".split()
PARTICLES = [["al-"], ["ben"], ["bin"], ["Abou"], ["von", "der"], ["Van"], ["de"], ["El"], ["Le"]]
OFFICES = "président ministre ambassadeur chancelier dirigeant général porte-parole diplomate roi négociateur émissaire chef directeur secrétaire gouverneur sénateur député juge procureur maire vice-président commissaire conseiller commandant envoyé".split()
FEMININE = {"présidente": 1, "ministre": 1, "chancelière": 1, "dirigeante": 1, "directrice": 1, "ambassadrice": 1, "négociatrice": 1, "sénatrice": 1, "députée": 1, "vice-présidente": 1}
GOODS = "blé gaz pétrole riz coton cacao charbon cuivre acier maïs café thé soja sucre bois fer or uranium lithium poisson vin fromage carburant électricité énergie nourriture textile aluminium nickel cobalt phosphate engrais lait bœuf caoutchouc".split()
GOODS_PLURAL = "voitures médicaments céréales engrais produits machines textiles vaccins téléphones hydrocarbures denrées véhicules tissus fruits légumes ordinateurs bananes oranges poissons navires pièces métaux minerais semences masques".split()
ARMS = "missiles chars drones munitions avions obus armes hélicoptères blindés fusils canons roquettes sous-marins frégates chasseurs radars batteries lance-roquettes mortiers".split()
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
FIXED_ACRONYMS = "ONU UE Otan OTAN Opep CPI OMS FMI AIEA OSCE Cédéao CEDEAO G7 G20 OMC Unesco Unicef Frontex Interpol Europol Fatah Hamas Hezbollah PKK FSB CIA Kremlin Pentagone".split()
FEMININE_ACRONYMS = set("ONU UE Otan OTAN Opep CPI OMS AIEA OSCE Cédéao CEDEAO OMC Unesco CIA".split())


def rows(path):
    with open(path, encoding="utf-8") as file:
        lines = [line for line in file if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


class Names:
    def __init__(self, folder, held_out=False):
        self.states, self.capitals = [], []
        demonyms = []
        for row in rows(f"{folder}/countries.tsv"):
            label = row["label"]
            if label.startswith(("Île", "La ", "Terres", "territoire", "Svalbard", "Sainte-Hélène", "Géorgie du Sud", "Saint-Martin")):
                continue
            gender, number = (2 if row["gender"] == "f" else 1), (2 if row["number"] == "p" else 1)
            name = R.choice([label, label, label])
            self.states.append((name, gender, number))
            if row["capital"] not in ("-", ""):
                self.capitals += [c for c in row["capital"].split("|")[:2]]
            if row["demonym_adjectives"] not in ("-", ""):
                demonyms.append(row["demonym_adjectives"].split("|")[0])
        self.states += [("Union européenne", 2, 1)]
        self.short = {"Égypte": "Egypte", "États-Unis": "Etats-Unis", "Éthiopie": "Ethiopie", "Émirats arabes unis": "Emirats arabes unis", "Érythrée": "Erythrée"}
        self.demonyms = demonyms
        self.common = [s for s in self.states if s[0] in set("France Russie Chine Turquie Pologne Syrie Hongrie Libye Serbie Inde Ukraine Iran Allemagne Italie Espagne Algérie Arménie Égypte Japon Mali Soudan Maroc Niger Brésil Kenya Canada États-Unis Israël Irak Grèce Liban Qatar Pakistan Afghanistan Rwanda Suède Norvège".split() + ["Corée du Nord", "Corée du Sud", "Royaume-Uni", "Arabie saoudite", "Union européenne"])]
        self.organisations = []
        for row in rows(f"{folder}/organisations.tsv"):
            gender, number = (2 if row["gender"] == "f" else 1), (2 if row["number"] == "p" else 1)
            self.organisations.append((row["label"], gender, number))
        self.given = []
        for line in open(f"{folder}/given-names.tsv", encoding="utf-8"):
            if not line.startswith("#"):
                self.given.append(line.split("\t")[0])
        if held_out:
            self.given, self.demonyms = self.given[1::7], self.demonyms[1::3]
        else:
            self.given = [g for i, g in enumerate(self.given) if i % 7 != 1]
        self.held_out = held_out

    def pick_state(self):
        name, gender, number = R.choice(self.common if R.random() < 0.5 else self.states)
        if R.random() < 0.6:
            name = self.short.get(name, name)
        return name, gender, number

    def multi(self, name, gender, number):
        """The tree of a name of one or more words."""
        words = name.split(" ")
        pieces = []
        for w in words:
            for mark in ("l'", "d'", "L'"):
                if w.startswith(mark) and len(w) > 2:
                    pieces.append(mark)
                    w = w[2:]
                    break
            pieces.append(w)
        tree = word(pieces[0], "PROPN", "_", gender, number)
        parts = [("H", tree)]
        i = 1
        while i < len(pieces):
            w = pieces[i]
            if w in ("de", "du", "d'", "des", "pour", "à", "au", "aux", "contre") and i + 1 < len(pieces):
                inner = [("case", word(w, "ADP"))]
                i += 1
                while i + 1 < len(pieces) and pieces[i] in ("la", "l'", "les", "le"):
                    inner.append(("det", word(pieces[i], "DET")))
                    i += 1
                inner.append(("H", word(pieces[i], "PROPN" if pieces[i][0].isupper() else "NOUN")))
                while i + 1 < len(pieces) and pieces[i + 1][0].islower() and pieces[i + 1] not in ("de", "du", "d'", "des", "pour", "et", "à", "au", "aux", "contre", "la", "l'", "les"):
                    i += 1
                    inner.append(("amod", word(pieces[i], "ADJ")))
                parts.append(("nmod", combine(inner)))
            elif w in ADJECTIVE_PARTS or w[0].islower() and w not in ("et", "la", "le", "les", "l'"):
                parts.append(("amod", word(w, "ADJ")))
            elif w == "et" and i + 1 < len(pieces):
                inner = [("cc", word("et", "CCONJ"))]
                i += 1
                while pieces[i] in ("la", "les", "le", "l'") and i + 1 < len(pieces):
                    inner.append(("det", word(pieces[i], "DET")))
                    i += 1
                parts.append(("conj", combine(inner + [("H", word(pieces[i], "NOUN"))])))
            else:
                parts.append(("flat:name", word(w, "PROPN")))
            i += 1
        tree = combine(parts)
        tree.gender, tree.number = gender, number
        return tree

    def with_article(self, name, gender, number, adjective=None):
        head = self.multi(name, gender, number)
        parts = [("H", head)] if adjective is None else [("amod", adjective), ("H", head)]
        if name in BARE or name.startswith(("Saint-", "Sainte-")):
            return head
        article = "les" if number == 2 else "l'" if vowel(name) else "la" if gender == 2 else "le"
        tree = combine([("det", word(article, "DET"))] + parts)
        tree.gender, tree.number = gender, number
        return tree

    def state(self, **_):
        return self.with_article(*self.pick_state())

    def state_bare(self, **_):
        return self.multi(*self.pick_state())

    def in_state(self, **_):
        name, gender, number = self.pick_state()
        head = self.multi(name, gender, number)
        if name in BARE_A:
            preposition = "à"
        elif number == 2:
            preposition = "aux"
        elif gender == 2 or vowel(name) or name in BARE:
            preposition = "en"
        else:
            preposition = "au"
        if name == "Union européenne":
            return combine([("case", word("dans", "ADP")), ("det", word("l'", "DET")), ("H", head)])
        return combine([("case", word(preposition, "ADP")), ("H", head)])

    def from_state(self, **_):
        """What stands behind "de" of origin: France, le Mali."""
        name, gender, number = self.pick_state()
        if number == 1 and (gender == 2 or vowel(name)):
            return self.multi(name, gender, number)
        return self.with_article(name, gender, number)

    def capital(self, **_):
        return self.multi(R.choice(self.capitals), 1, 1)

    def city(self, **_):
        return self.multi(R.choice(PLACES + self.capitals), 1, 1)

    def demonym(self, gender=1, number=1, grammar=None, **_):
        form = R.choice(self.demonyms)
        return word(self.grammar.lexicon.adjective(form, gender, number) if form in self.grammar.lexicon.adjectives else plain(form, gender, number), "ADJ", "_", gender, number)

    def demonym_noun(self, **_):
        form = plain(R.choice(self.demonyms), 1, 2)
        return word(form[0].upper() + form[1:], R.choice(["NOUN", "PROPN"]), "_", 1, 2)

    def surname(self, **_):
        kind = R.random()
        if kind < (0.1 if self.held_out else 0.5):
            last = R.choice(SURNAMES)
        else:
            last = "".join(R.choice(SYLLABLES) for _ in range(R.choice([1, 2, 2, 3]))) + R.choice(ENDINGS)
            last = last[0].upper() + last[1:]
            if R.random() < 0.04:
                last += "-" + R.choice(SURNAMES)
        if R.random() < 0.05:
            particle = R.choice(PARTICLES)
            if particle == ["al-"]:
                return word("al-" + last, "PROPN")
            return combine([("H", word(particle[0], "PROPN"))] + [("flat:name", word(p, "PROPN")) for p in particle[1:] + [last]])
        return word(last, "PROPN")

    def name(self, **_):
        last = self.surname()
        if R.random() < 0.12:
            return last
        parts = [("H", word(R.choice(self.given), "PROPN"))]
        if R.random() < 0.06:
            parts.append(("flat:name", word(R.choice(self.given), "PROPN")))
        parts += [("flat:name", word(r[0], "PROPN")) for r in last.rows]
        tree = combine(parts)
        tree.gender = R.choice([1, 2])
        return tree

    def organisation(self, **_):
        if R.random() < 0.5:
            form = R.choice(FIXED_ACRONYMS)
            if R.random() < 0.15:
                form = "".join(R.choice("ABCDEFGLMNOPRSTU") for _ in range(R.choice([3, 4])))
            return self.with_article(form, 2 if form in FEMININE_ACRONYMS else 1, 1)
        return self.with_article(*R.choice(self.organisations))

    def organisation_bare(self, **_):
        return word(R.choice(FIXED_ACRONYMS), "PROPN")

    def office_word(self, **_):
        if R.random() < 0.25:
            return word(R.choice(list(FEMININE)), "NOUN", "_", 2, 1)
        return word(R.choice(OFFICES), "NOUN", "_", 1, 1)

    def goods(self, **_):
        form, gender, _ = self.grammar.lexicon.noun_as_written(R.choice(GOODS))
        return word(form, "NOUN", "_", gender, 1)

    def goods_plural(self, **_):
        form = R.choice(GOODS_PLURAL)
        gender = 2 if form in ("voitures", "céréales", "machines", "denrées", "pièces", "semences", "bananes", "oranges") else 1
        return word(form, "NOUN", "_", gender, 2)

    def arms(self, **_):
        form = R.choice(ARMS)
        gender = 2 if form in ("munitions", "armes", "roquettes", "frégates", "batteries") else 1
        return word(form, "NOUN", "_", gender, 2)

    def integer(self, **_):
        return word(R.choice(["deux", "trois", "quatre", "cinq", "six", "dix", "vingt", "cent", str(R.randint(2, 99)), str(R.randint(100, 9000))]), "NUM")

    def number(self):
        return R.choice([str(R.randint(1, 99)), f"{R.randint(1, 99)},{R.randint(1, 9)}", f"{R.randint(0, 99)},{R.randint(0, 99):02d}"])

    def percent(self, **_):
        parts = [("nummod", word(self.number(), "NUM")), ("H", word("%", "NOUN"))]
        kind = R.random()
        if kind < 0.12:
            parts.insert(0, ("advmod", word(R.choice(["environ", "presque", "quelque"]), "ADV")))
        elif kind < 0.2:
            parts.insert(0, ("advmod", combine([("H", word("plus", "ADV")), ("fixed", word("de", "ADP"))])))
        elif kind < 0.28:
            parts.insert(0, ("advmod", combine([("H", word("près", "ADV")), ("fixed", word("de", "ADP"))])))
        tree = combine(parts)
        tree.number = 2
        return tree

    def money(self, **_):
        unit = R.choice(["euros", "dollars", "euros", "dollars", "yuans", "livres", "roubles", "francs"])
        if R.random() < 0.8:
            tree = combine([("nummod", word(self.number(), "NUM")), ("H", word(R.choice(["millions", "milliards", "milliard", "million"]), "NOUN")),
                            ("nmod", combine([("case", word("de", "ADP")), ("H", word(unit, "NOUN"))]))])
        else:
            tree = combine([("nummod", word(f"{R.randint(2, 900)} 000", "NUM")), ("H", word(unit, "NOUN"))])
        tree.number = 2
        return tree

    def year(self, **_):
        return word(str(R.randint(1990, 2025)), "NUM")

    def month(self, **_):
        return word(R.choice(MONTHS), "NOUN")

    def day_number(self, **_):
        return word(R.choice([str(R.randint(2, 31)), "1er"]), "NUM")

    def register(self, grammar):
        self.grammar = grammar
        grammar.makers.update({
            "State": self.state, "STATEBARE": self.state_bare, "INSTATE": self.in_state, "FROMSTATE": self.from_state,
            "Capital": self.capital, "CITY": self.city, "DEMONYM": self.demonym, "DemonymNoun": self.demonym_noun,
            "NAME": self.name, "SURNAME": self.surname, "ORGANISATION": self.organisation, "WORDNAME": self.surname,
            "ORGANISATIONBARE": self.organisation_bare, "OFFICEWORD": self.office_word, "GOODS": self.goods,
            "GOODSPLURAL": self.goods_plural, "ARMS": self.arms, "GOODSARMS": self.goods, "INT": self.integer,
            "PERCENT": self.percent, "MONEY": self.money, "YEAR": self.year, "MONTH": self.month, "DAYNUMBER": self.day_number})


def plain(form, gender, number):
    """Regular inflection of a demonym in the masculine singular."""
    if gender == 2:
        form = form + "ne" if form.endswith(("ien", "éen")) else "grecque" if form == "grec" else "turque" if form == "turc" else form if form.endswith("e") else form + "e" if not form.endswith("é") else form + "e"
    if number == 2 and not form.endswith(("s", "x")):
        form += "s"
    return form
