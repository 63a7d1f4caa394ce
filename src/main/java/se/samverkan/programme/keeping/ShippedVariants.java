package se.samverkan.programme.keeping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.ActingAs;
import se.samverkan.programme.file.Tree;
import se.samverkan.programme.file.VariantChecking.Checked;
import se.samverkan.programme.variant.Text;

/**
 * The variants that come with the program as readable files. A file that is new, or has changed, becomes a published version
 * at start; those that run under an older one keep it. What is shipped is not changed here: an own variant inherits it.
 */
@Component
class ShippedVariants {

    static final List<String> FILES = List.of("sbs", "ksbs", "quality-work");

    private final StoredVersions versions;
    private final Knowing knowing;
    private final ActingAs acting;
    private final TransactionTemplate transactions;

    ShippedVariants(
            StoredVersions versions, Knowing knowing, ActingAs acting, PlatformTransactionManager transactions) {
        this.versions = versions;
        this.knowing = knowing;
        this.acting = acting;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Before anything is told of the demonstration, which begins when the application is ready. */
    @EventListener
    void publishWhatIsNew(ApplicationStartedEvent started) {
        FILES.forEach(file -> publish(file, content(file)));
    }

    /**
     * Publishes a file unless it is the newest already; whole or not at all, whoever else starts at the same time.
     *
     * @return the number of the version, or nothing where nothing was new
     */
    Optional<Integer> publish(String variant, byte[] content) {
        byte[] checksum = sha256(content);
        return acting.system(() -> Objects.requireNonNull(transactions.execute(status -> {
            if (isThere(variant, checksum)) {
                return Optional.empty();
            }
            versions.hold(variant);
            return isThere(variant, checksum) ? Optional.empty() : Optional.of(publish(variant, content, checksum));
        })));
    }

    private boolean isThere(String variant, byte[] checksum) {
        return versions.shipped(variant).equals(Optional.of(HexFormat.of().formatHex(checksum)));
    }

    private int publish(String variant, byte[] content, byte[] checksum) {
        Checked checked = knowing.check(content);
        if (!checked.isPublishable() || !checked.file().key().equals(variant)) {
            throw new IllegalStateException("the shipped " + variant + " is wrong: " + checked.complaints());
        }
        Text name = Tree.variant(checked.whole()).name();
        versions.name(variant, name.sv(), name.en());
        int version =
                versions.begin(variant, checked.file().parent(), checked.file().tree(), checked.whole(), checksum);
        versions.publish(variant, version, "");
        return version;
    }

    static byte[] content(String file) {
        try {
            return new ClassPathResource("programme/" + file + ".yaml").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
