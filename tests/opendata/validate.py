"""Runs validators that others wrote on the open data of built sites.

    validate.py SITE...             checks each folder that `tydlig build` wrote
    validate.py --self-test SITE    breaks copies of a good site, one thing at a time: each must be found

datapackage-2.0.json is https://datapackage.org/profiles/2.0/datapackage.json (public domain) without its examples.
The exit status is 0 when all is well and 1 when something is wrong.
"""

import json
import re
import shutil
import sys
import tempfile
import warnings
from pathlib import Path
from urllib.parse import unquote, urlsplit

import csvw
import feedparser
import frictionless
import jsonschema
import rdflib
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF

VCARD = rdflib.Namespace("http://www.w3.org/2006/vcard/ns#")
PROFILE = json.loads((Path(__file__).parent / "datapackage-2.0.json").read_text("utf-8"))
LICENCES = {"http://creativecommons.org/publicdomain/zero/1.0/", "http://creativecommons.org/licenses/by/4.0/"}
ONE, MANY = 1, 10**6
# DCAT-AP-SE 3.0.1: the mandatory properties of each class and how many values they may have.
MANDATORY = {
    DCAT.Catalog: [
        (DCTERMS.title, MANY),
        (DCTERMS.description, MANY),
        (DCTERMS.publisher, ONE),
        (DCTERMS.license, ONE),
        (DCAT.dataset, MANY),
    ],
    DCAT.Dataset: [(DCTERMS.title, MANY), (DCTERMS.description, MANY), (DCTERMS.publisher, ONE)],
    rdflib.URIRef(str(DCAT) + "DatasetSeries"): [(DCTERMS.title, MANY), (DCTERMS.description, MANY), (DCTERMS.publisher, ONE)],
    DCAT.Distribution: [(DCAT.accessURL, ONE), (DCTERMS["format"], ONE)],
    FOAF.Agent: [(FOAF.name, MANY), (DCTERMS.type, ONE)],
    VCARD.Organization: [(VCARD.fn, MANY), (VCARD.hasEmail, MANY)],
    VCARD.Individual: [(VCARD.fn, MANY), (VCARD.hasEmail, MANY)],
}


def data_package(site):
    """The Data Package by its own JSON Schema, then every row of every resource by frictionless."""
    path = site / "data" / "datapackage.json"
    package = json.loads(path.read_text("utf-8"))
    validator = jsonschema.validators.validator_for(PROFILE)(PROFILE)
    for error in validator.iter_errors(package):
        yield f"{error.json_path}: {error.message[:200]}"
    report = frictionless.validate(str(path))
    for error in report.errors:
        yield f"{error.type}: {error.message}"
    for task in report.tasks:
        for error in task.errors:
            yield f"{task.place} {error.type}: {error.message}"
    listed = {resource["path"] for resource in package["resources"]}
    there = {str(file.relative_to(path.parent)) for file in path.parent.rglob("*.csv")}
    for name in sorted(listed ^ there):
        yield f"{name} is listed and missing, or there and not listed"


def tabular_metadata(site):
    """Each CSVW description with its table."""
    tables = sorted((site / "data" / "maskin").glob("*.csv"))
    if not tables:
        yield "there are no tables"
    for table in tables:
        description = Path(f"{table}-metadata.json")
        if not description.exists():
            yield f"{description.name} is missing"
            continue
        with warnings.catch_warnings(record=True) as found:
            warnings.simplefilter("always")
            try:
                read = csvw.CSVW(str(description), validate=True)
                valid, rows = read.is_valid, len(list(read.to_json(minimal=True)))
            except Exception as error:  # The library has no class of its own for what is wrong with a file.
                yield f"{table.name}: {type(error).__name__}: {error}"
                continue
        found = [str(warning.message) for warning in found if issubclass(warning.category, UserWarning)]
        if not valid or found:
            yield f"{table.name}: not valid {'; '.join(found)}"
        if rows != len(json.loads((site / "data" / f"{table.stem}.json").read_text("utf-8"))):
            yield f"{table.name}: CSV and JSON have different rows"
        columns = json.loads(description.read_text("utf-8"))["tableSchema"]["columns"]
        tags = {tuple(column["titles"]) for column in columns}
        if len(tags) != 1:
            yield f"{table.name}: columns have titles in different languages"


def catalogue(site):
    """The DCAT-AP-SE catalogue, parsed by rdflib: every mandatory property, no blank nodes, addresses that exist."""
    path = site / "datasets" / "dcat.rdf"
    graph = rdflib.Graph()
    graph.parse(path, format="xml")
    for triple in graph:
        for node in triple:
            if isinstance(node, rdflib.BNode):
                yield f"{triple} has a blank node"
            elif isinstance(node, rdflib.URIRef) and not re.match(r"(https?://[^/]|mailto:)", node):
                yield f"{node} is not absolute"
            elif isinstance(node, rdflib.Literal) and node.ill_typed:
                yield f"{node!r} is not of its type"
    for kind in (DCAT.Catalog, DCAT.Dataset, DCAT.Distribution, FOAF.Agent):
        if not list(graph.subjects(RDF.type, kind)):
            yield f"there is no {kind}"
    for kind, properties in MANDATORY.items():
        for subject in graph.subjects(RDF.type, kind):
            for name, most in properties:
                count = len(list(graph.objects(subject, name)))
                if not 1 <= count <= most:
                    yield f"{subject} has {count} {name}"
                tags = [value.language for value in graph.objects(subject, name) if isinstance(value, rdflib.Literal)]
                if len(tags) != len(set(tags)):
                    yield f"{subject} has two {name} in a language"
    described = [
        (DCTERMS.publisher, FOAF.Agent),
        (DCAT.dataset, DCAT.Dataset),
        (DCAT.distribution, DCAT.Distribution),
        (DCAT.contactPoint, VCARD.Organization),
    ]
    for name, kind in described:
        for subject, value in graph.subject_objects(name):
            if (value, RDF.type, kind) not in graph:
                yield f"{subject} {name}: {value} is not described"
    for subject, value in graph.subject_objects(DCTERMS.license):
        if str(value) not in LICENCES:
            yield f"{subject}: {value} is not a licence of the list"
    for agent in graph.subjects(RDF.type, FOAF.Agent):
        if not str(graph.value(agent, DCTERMS.type)).startswith("http://purl.org/adms/publishertype/"):
            yield f"{agent} is of no known type"
        if list(graph.subjects(DCAT.contactPoint, agent)):
            yield f"{agent} is its own contact"
    for dataset in graph.subjects(RDF.type, DCAT.Dataset):
        formats = [str(graph.value(file, DCAT.accessURL)) for file in graph.objects(dataset, DCAT.distribution)]
        if not formats or len(formats) != len(set(formats)):
            yield f"{dataset} has no files, or one twice"
    own = str(graph.value(predicate=RDF.type, object=DCAT.Catalog)).split("#")[0]
    base = own.removesuffix("datasets/dcat.rdf")
    for name in (DCAT.accessURL, DCAT.downloadURL, DCTERMS.conformsTo, DCAT.landingPage, FOAF.homepage):
        for subject, value in graph.subject_objects(name):
            file = site / unquote(str(value).removeprefix(base))
            if not (file / "index.html" if str(value).endswith("/") else file).is_file():
                yield f"{subject} {name}: there is no {value}"


def feeds(site):
    """Each feed by feedparser, and what RFC 4287 demands of every feed and entry (4.1.1, 4.1.2)."""
    paths = sorted(site.rglob("feed.xml"))
    if not paths:
        yield "there are no feeds"
    seen = set()
    for path in paths:
        name = path.relative_to(site)
        feed = feedparser.parse(path.read_bytes())
        if feed.bozo or feed.version != "atom10":
            yield f"{name}: {feed.version} {feed.get('bozo_exception')}"
        missing = [key for key in ("id", "title", "updated_parsed", "author") if not feed.feed.get(key)]
        links = {link["rel"]: link["href"] for link in feed.feed.get("links", [])}
        missing += [rel for rel in ("self", "alternate") if rel not in links]
        if missing:
            yield f"{name} lacks {missing}"
        if not urlsplit(links.get("self", "")).path.endswith(str(name)):
            yield f"{name} stands elsewhere than it says"
        if not feed.entries:
            yield f"{name} is empty"
        for entry in feed.entries:
            missing = [key for key in ("id", "title", "updated_parsed", "link", "content") if not entry.get(key)]
            if missing:
                yield f"{name} {entry.get('id')} lacks {missing}"
            if entry.get("id") in seen or not entry.get("id", "").startswith("http"):
                yield f"{name}: {entry.get('id')} is used already, or no IRI"
            seen.add(entry.get("id"))
        dates = [entry.get("updated") for entry in feed.entries]
        if dates != sorted(dates, reverse=True):
            yield f"{name} is not ordered by date"


CHECKS = [
    ("Data Package", data_package),
    ("CSVW", tabular_metadata),
    ("DCAT-AP-SE", catalogue),
    ("Atom", feeds),
]


def problems(check, site):
    try:
        return list(check(site))
    except Exception as error:  # A file that cannot be read at all is what this looks for, too.
        return [f"{type(error).__name__}: {error}"]


def validate(sites):
    failed = 0
    for site in sites:
        for name, check in CHECKS:
            found = problems(check, site)
            failed += len(found)
            print(f"{'✗' if found else '✓'} {name}: {site}")
            for problem in found[:10]:
                print(f"    {problem}")
    return failed


def edit(path, old, new):
    text = path.read_text("utf-8")
    assert old in text, f"{path} has no {old!r} to break"
    path.write_text(text.replace(old, new, 1), "utf-8", newline="")


# What is broken, and the check that must find it.
FAULTS = [
    ("a number that is none", data_package, "data/maskin/observationer.csv", ",totalt,totalt,totalt,", ",totalt,totalt,totalt,x"),
    ("a decimal point for Excel", data_package, "data/observationer.csv", ";slutlig;", ";slut;"),
    ("an unknown code", data_package, "data/maskin/uppfoljning.csv", ",continuous,", ",sometimes,"),
    ("a key that leads nowhere", data_package, "data/maskin/uppdrag.csv", ",soc,", ",socc,"),
    ("a period that is none", data_package, "data/maskin/rapportering.csv", ",2008,2008-01-01", ",20x8,2008-01-01"),
    ("a property of the wrong type", data_package, "data/datapackage.json", '"resources": [', '"licenses": "CC0", "resources": ['),
    ("another head", tabular_metadata, "data/maskin/observationer.csv", "indikator,", "indicator,"),
    ("a required cell without value", tabular_metadata, "data/maskin/uppdrag.csv", "soc-1,", ","),
    ("a date that is none", tabular_metadata, "data/maskin/observationer.csv", ",2007-01-01,", ",2007-13-01,"),
    ("no publisher", catalogue, "datasets/dcat.rdf", "<dcterms:publisher ", "<dcterms:creator "),
    ("no format", catalogue, "datasets/dcat.rdf", "<dcterms:format>text/csv</dcterms:format>", ""),
    ("a licence by another address", catalogue, "datasets/dcat.rdf", "http://creativecommons", "https://creativecommons"),
    ("a file that is not there", catalogue, "datasets/dcat.rdf", 'accessURL rdf:resource="https://', 'accessURL rdf:resource="https://x/'),
    ("no type of publisher", catalogue, "datasets/dcat.rdf", "<dcterms:type ", "<dcterms:subject "),
    ("a blank node", catalogue, "datasets/dcat.rdf", "<dcterms:PeriodOfTime rdf:about", "<dcterms:PeriodOfTime rdf:nodeID"),
    ("broken XML", feeds, "FEED", "</entry>", "</entri>"),
    ("an entry without id", feeds, "FEED", "<entry>\n  <id>", "<entry>\n  <x>"),
    ("no date", feeds, "FEED", "<updated>", "<changed>"),
]


def self_test(site):
    if validate([site]):
        print("the site is not good to begin with")
        return 1
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        for what, check, file, old, new in FAULTS:
            copy = Path(folder) / "copy"
            shutil.copytree(site, copy)
            path = next(iter(sorted(copy.rglob("feed.xml")))) if file == "FEED" else copy / file
            if new.endswith("rdf:nodeID"):
                text = path.read_text("utf-8")
                path.write_text(re.sub(r'PeriodOfTime rdf:about="[^"]*"', 'PeriodOfTime rdf:nodeID="x"', text), "utf-8")
            else:
                edit(path, old, new)
            if not problems(check, copy):
                missed += 1
                print(f"✗ nobody saw: {what}")
            shutil.rmtree(copy)
    print(f"{len(FAULTS) - missed} of {len(FAULTS)} faults were found")
    return missed


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if arguments[:1] == ["--self-test"]:
        sys.exit(1 if self_test(Path(arguments[1])) else 0)
    if not arguments:
        sys.exit(__doc__)
    sys.exit(1 if validate([Path(site) for site in arguments]) else 0)
