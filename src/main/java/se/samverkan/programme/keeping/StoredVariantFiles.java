package se.samverkan.programme.keeping;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.programme.VariantFiles;
import se.samverkan.programme.file.FileWriting;
import se.samverkan.programme.file.VariantChecking.Checked;

/** The files of the variants in the database. */
@Component
class StoredVariantFiles implements VariantFiles {

    private final VariantKeeping keeping;
    private final TakingIn takingIn;
    private final StoredVersions versions;

    StoredVariantFiles(VariantKeeping keeping, TakingIn takingIn, StoredVersions versions) {
        this.keeping = keeping;
        this.takingIn = takingIn;
        this.versions = versions;
    }

    @Override
    @Transactional(readOnly = true)
    public Outcome check(byte[] content) {
        return outcome(takingIn.check(content));
    }

    @Override
    @Transactional
    public Outcome takeIn(byte[] content) {
        Checked checked = takingIn.check(content);
        if (checked.isWhole()) {
            int revision = keeping.findDraft(checked.file().key())
                    .map(KeptVersion::revision)
                    .orElse(0);
            takingIn.takeIn(content, revision);
        }
        return outcome(checked);
    }

    private static Outcome outcome(Checked checked) {
        List<Problem> problems = checked.complaints().stream()
                .map(each -> new Problem(each.line(), "programme.wrong." + each.rule(), each.details(), each.missing()))
                .toList();
        return new Outcome(checked.file().key(), problems);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> write(String key, Optional<Integer> version) {
        return versions.of(key).stream()
                .filter(each -> !each.isDraft()
                        && version.map(wanted -> wanted == each.version()).orElse(true))
                .findFirst()
                .map(each -> FileWriting.text(each.parent(), each.content()));
    }
}
