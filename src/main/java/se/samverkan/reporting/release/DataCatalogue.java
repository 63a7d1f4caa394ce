package se.samverkan.reporting.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samverkan.reporting.aggregate.NamedTable.Names;
import se.samverkan.reporting.release.Triple.Term;
import se.samverkan.shared.page.Words;

/**
 * What is released as open data, told to catalogues of data by DCAT-AP-SE: a catalogue, its data sets, and the files of the version of
 * each that holds. Tests hold it against the shapes of DCAT-AP 3.
 */
@Component
class DataCatalogue {

    /** What everything here is released under: CC0 1.0. */
    static final String LICENCE = "http://creativecommons.org/publicdomain/zero/1.0/";

    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String DCAT = "http://www.w3.org/ns/dcat#";
    private static final String DCT = "http://purl.org/dc/terms/";
    private static final String FOAF = "http://xmlns.com/foaf/0.1/";
    private static final String VCARD = "http://www.w3.org/2006/vcard/ns#";
    private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    private static final String EU = "http://publications.europa.eu/resource/authority/";
    private static final String DATE_TIME = "http://www.w3.org/2001/XMLSchema#dateTime";
    private static final String STRING = "http://www.w3.org/2001/XMLSchema#string";

    private final MessageSource messages;

    DataCatalogue(MessageSource messages) {
        this.messages = messages;
    }

    /** The sentences about one catalogue, gathered. */
    private final class Saying {

        private final List<Triple> triples = new ArrayList<>();
        private final String site;

        Saying(String site) {
            this.site = site;
        }

        void is(String subject, String type) {
            said(subject, RDF + "type", type);
        }

        void said(String subject, String predicate, String address) {
            triples.add(new Triple(subject, predicate, new Term.Iri(address)));
        }

        void said(String subject, String predicate, Names names) {
            triples.add(new Triple(subject, predicate, new Term.Text(names.sv(), "sv")));
            triples.add(new Triple(subject, predicate, new Term.Text(names.en(), "en")));
        }

        void value(String subject, String predicate, String text, String type) {
            triples.add(new Triple(subject, predicate, new Term.Value(text, type)));
        }

        void at(String subject, String predicate, Instant moment) {
            value(subject, predicate, Words.machine(moment), DATE_TIME);
        }

        /** Something of a vocabulary, with its type, so that whoever reads need not fetch it. */
        void known(String subject, String predicate, String address, String type) {
            said(subject, predicate, address);
            is(address, type);
        }

        void concept(String subject, String predicate, String address, String label) {
            known(subject, predicate, address, SKOS + "Concept");
            triples.add(new Triple(address, SKOS + "prefLabel", new Term.Text(label, "en")));
        }
    }

    private Names words(String key) {
        return new Names(messages.getMessage(key, null, Words.SWEDISH), messages.getMessage(key, null, Words.ENGLISH));
    }

    /**
     * All that is said.
     *
     * @param site where the application is, without a stroke at the end
     * @param releases the version of each data set that holds
     */
    List<Triple> of(String site, List<Release> releases) {
        Saying says = new Saying(site);
        catalogue(says, releases);
        releases.forEach(release -> dataset(says, release));
        return says.triples.stream().distinct().toList();
    }

    private void catalogue(Saying says, List<Release> releases) {
        String catalogue = says.site + "/open-data/catalog";
        says.is(catalogue, DCAT + "Catalog");
        says.said(catalogue, DCT + "title", words("release.catalogue.title"));
        says.said(catalogue, DCT + "description", words("release.catalogue.description"));
        says.known(catalogue, FOAF + "homepage", says.site + "/open-data", FOAF + "Document");
        says.known(catalogue, DCT + "license", LICENCE, DCT + "LicenseDocument");
        says.known(catalogue, DCT + "language", EU + "language/SWE", DCT + "LinguisticSystem");
        says.known(catalogue, DCT + "language", EU + "language/ENG", DCT + "LinguisticSystem");
        says.known(catalogue, DCAT + "themeTaxonomy", EU + "data-theme", SKOS + "ConceptScheme");
        says.value(EU + "data-theme", DCT + "title", "Data theme", STRING);
        says.said(
                catalogue,
                DCT + "publisher",
                publisher(
                        says,
                        releases.stream().findFirst().map(Release::publisher).orElse("Samverkan")));
        releases.stream()
                .map(Release::at)
                .max(Comparator.naturalOrder())
                .ifPresent(moment -> says.at(catalogue, DCT + "modified", moment));
        releases.forEach(release -> says.said(catalogue, DCAT + "dataset", says.site + release.address()));
    }

    private static String publisher(Saying says, String name) {
        String address = says.site + "/open-data#" + Integer.toHexString(name.hashCode());
        says.is(address, FOAF + "Agent");
        says.value(address, FOAF + "name", name, STRING);
        says.concept(
                address, DCT + "type", "http://purl.org/adms/publishertype/NationalAuthority", "National authority");
        return address;
    }

    private void dataset(Saying says, Release release) {
        String dataset = says.site + release.address();
        says.is(dataset, DCAT + "Dataset");
        says.said(dataset, DCT + "title", release.title());
        says.said(dataset, DCT + "description", release.table().about());
        says.said(dataset, DCT + "publisher", publisher(says, release.publisher()));
        says.value(dataset, DCT + "identifier", release.dataset(), STRING);
        says.value(dataset, DCAT + "version", Integer.toString(release.version()), STRING);
        says.at(dataset, DCT + "issued", release.at());
        says.at(dataset, DCT + "modified", release.at());
        says.said(dataset, DCAT + "keyword", words("release.keyword.school"));
        says.said(dataset, DCAT + "keyword", words("release.keyword.improvement"));
        says.concept(dataset, DCAT + "theme", EU + "data-theme/EDUC", "Education, culture and sport");
        says.known(dataset, DCT + "spatial", EU + "country/SWE", DCT + "Location");
        says.known(dataset, DCT + "language", EU + "language/SWE", DCT + "LinguisticSystem");
        says.known(dataset, DCT + "language", EU + "language/ENG", DCT + "LinguisticSystem");
        says.concept(dataset, DCT + "accessRights", EU + "access-right/PUBLIC", "public");
        says.is(EU + "access-right/PUBLIC", DCT + "RightsStatement");
        says.concept(dataset, DCT + "accrualPeriodicity", EU + "frequency/ANNUAL", "annual");
        says.is(EU + "frequency/ANNUAL", DCT + "Frequency");
        says.known(dataset, DCAT + "landingPage", dataset, FOAF + "Document");
        contact(says, dataset, release);
        file(says, release, "csv", "text/csv", "CSV");
        file(says, release, "json", "application/json", "JSON");
    }

    private static void contact(Saying says, String dataset, Release release) {
        String contact = dataset + "#contact";
        says.said(dataset, DCAT + "contactPoint", contact);
        says.is(contact, VCARD + "Organization");
        says.is(contact, VCARD + "Kind");
        says.value(contact, VCARD + "fn", release.publisher(), STRING);
        says.said(contact, VCARD + "hasURL", says.site + "/about");
    }

    private void file(Saying says, Release release, String kind, String media, String format) {
        String dataset = says.site + release.address();
        String address = says.site + release.file(kind);
        String distribution = dataset + "#" + kind;
        says.said(dataset, DCAT + "distribution", distribution);
        says.is(distribution, DCAT + "Distribution");
        says.said(distribution, DCT + "title", release.title());
        says.said(distribution, DCT + "description", words("release.file." + kind));
        says.said(distribution, DCAT + "accessURL", address);
        says.said(distribution, DCAT + "downloadURL", address);
        says.is(address, "http://www.w3.org/2000/01/rdf-schema#Resource");
        says.known(distribution, DCT + "license", LICENCE, DCT + "LicenseDocument");
        says.known(
                distribution,
                DCAT + "mediaType",
                "http://www.iana.org/assignments/media-types/" + media,
                DCT + "MediaType");
        says.known(distribution, DCT + "format", EU + "file-type/" + format, DCT + "MediaTypeOrExtent");
        says.concept(
                distribution, "http://data.europa.eu/r5r/availability", EU + "planned-availability/STABLE", "stable");
        says.at(distribution, DCT + "issued", release.at());
    }
}
