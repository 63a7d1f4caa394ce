package se.samverkan.records.document.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import se.samverkan.records.document.AdoptionView;
import se.samverkan.records.document.Mandate;
import se.samverkan.records.document.OpeningView;
import se.samverkan.records.document.ShareView;
import se.samverkan.records.document.ShareView.Recipient;
import se.samverkan.records.document.VersionView;

/** Tells the life of a document as one line of moments, the newest first. */
final class Life {

    private final List<Moment> moments = new ArrayList<>();

    private Life() {}

    static List<Moment> of(List<VersionView> versions, List<OpeningView> openings, List<ShareView> shares) {
        Life life = new Life();
        versions.forEach(life::version);
        openings.forEach(life::opening);
        shares.forEach(life::share);
        life.moments.sort(Comparator.comparing(Moment::at).reversed());
        return life.moments;
    }

    private void add(Instant at, String key, String words, Object... details) {
        moments.add(new Moment(at, key, List.of(details), words));
    }

    private void version(VersionView version) {
        add(
                version.at(),
                version.number() == 1 ? "drafted" : "version",
                version.note(),
                version.number(),
                version.by());
        version.adoption().ifPresent(adoption -> adoption(version.number(), adoption));
    }

    private void adoption(int version, AdoptionView adoption) {
        String key = adoption.mandate() == Mandate.Kind.ROLE ? "adopted" : "adopted-" + adoption.mandate();
        add(
                adoption.recordedAt(),
                key,
                "",
                version,
                adoption.decider(),
                adoption.day(),
                adoption.reference(),
                adoption.recordedBy());
    }

    private void opening(OpeningView opening) {
        add(opening.at(), "opened", opening.message(), opening.name(), opening.until(), opening.by());
        opening.ended().ifPresent(at -> add(at, "opening-ended", "", opening.name()));
    }

    private void share(ShareView share) {
        add(
                share.at(),
                "shared",
                share.message(),
                share.version(),
                share.recipients().stream().map(Recipient::name).collect(Collectors.joining(", ")),
                share.by());
        for (Recipient recipient : share.recipients()) {
            recipient
                    .answers()
                    .forEach(answer -> add(
                            answer.at(),
                            answer.kind() == ShareView.Answer.Kind.RECEIPTED ? "receipted" : "completion",
                            answer.words(),
                            recipient.name(),
                            answer.by()));
        }
    }
}
