package se.samverkan.records.archive;

import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a package, and where the specification wants them.
 *
 * @param readMe what the package holds, in words for whoever opens it in fifty years
 * @param matter the matter and its files, described in XML of ours
 * @param dublinCore the same in the few words that every archive reads
 * @param premis what has happened to the package
 * @param contributed the files of the rooms, by path
 */
record Layout(Listed readMe, Listed matter, Listed dublinCore, Listed premis, List<Listed> contributed) {

    static final String READ_ME = "documentation/README.txt";
    static final String MATTER = "metadata/descriptive/case.xml";
    static final String DUBLIN_CORE = "metadata/descriptive/dc.xml";
    static final String PREMIS = "metadata/preservation/premis.xml";

    /** Where a room's file lies. */
    static String of(String part, String name) {
        return "representations/rep1/data/" + part + "/" + name;
    }

    List<Listed> all() {
        return Stream.concat(Stream.of(readMe, matter, dublinCore, premis), contributed.stream())
                .toList();
    }
}
