package se.samverkan.evaluation.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import se.samverkan.statistics.IndicatorView;
import se.samverkan.statistics.Indicators;

/**
 * A run as one file that can be made again outside the system: the data, a code book, what was asked, the seed and the version of the
 * program, what came of it, the papers of the methods, and a script in R that computes it anew.
 */
@Component
class Bundle {

    private static final List<String> PAPERS = List.of(
            "pairs.md",
            "group-time.md",
            "sensitivity.md",
            "threshold.md",
            "subgroups.md",
            "dose.md",
            "dose-line.md",
            "masked.md",
            "holm.md");

    private final Indicators indicators;

    Bundle(Indicators indicators) {
        this.indicators = indicators;
    }

    byte[] of(RunView run, String results, Map<String, String> data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            add(zip, "README.md", readme(run));
            data.forEach((name, content) -> add(zip, (name.contains("/") ? "" : "data/") + name + ".csv", content));
            add(zip, "results.json", results);
            add(zip, "repeat.R", read("evaluation/repeat.R"));
            for (String paper : PAPERS) {
                add(zip, "methods/" + paper, read("methods/" + paper));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private String readme(RunView run) {
        StringBuilder text = new StringBuilder("# Evaluation " + run.id() + ": " + run.roundName() + "\n\n");
        text.append(
                run.planned()
                        ? "As the locked plan says.\n\n"
                        : "Exploratory: beside the plan. Why: " + run.why() + "\n\n");
        line(text, "design", run.design());
        if (!run.roundNames().isEmpty()) {
            line(text, "rounds, each unit from the start of its own", run.roundNames());
        }
        line(text, "plan", "version " + run.planVersion() + ", SHA-256 " + run.planChecksum());
        line(text, "figures known by import", run.lastImport());
        line(text, "seed", run.seed());
        line(text, "draws of the lot, of the bands", Computing.LOT_DRAWS + ", " + Computing.BAND_DRAWS);
        line(text, "software", "Samverkan " + run.software());
        line(text, "asked at", run.askedAt());
        text.append("\n## Outcomes\n\n");
        for (String outcome : run.outcomes()) {
            line(text, outcome, indicators.find(outcome).map(Bundle::told).orElse("withdrawn"));
        }
        return text.append('\n').append(read("evaluation/codebook.md")).toString();
    }

    private static String told(IndicatorView indicator) {
        return indicator.name(Locale.ENGLISH) + " (" + indicator.unit() + "): " + indicator.definition(Locale.ENGLISH);
    }

    private static void line(StringBuilder text, String name, Object value) {
        text.append("- ").append(name).append(": ").append(value).append('\n');
    }

    private static void add(ZipOutputStream zip, String name, String text) {
        try {
            ZipEntry entry = new ZipEntry(name);
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " does not come with the application", e);
        }
    }
}
