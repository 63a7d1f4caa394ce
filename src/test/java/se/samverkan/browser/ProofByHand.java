package se.samverkan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A draw done over again from what anyone is given, the list and the seed, by the words of the proof page and without any
 * of the application's own code.
 */
final class ProofByHand {

    private final byte[] list;
    private final byte[] seed;

    ProofByHand(byte[] list, String seed) {
        this.list = list.clone();
        this.seed = HexFormat.of().parseHex(seed);
    }

    String sumOfTheSeed() {
        return sha256(seed);
    }

    String sumOfTheList() {
        return sha256(list);
    }

    /** The unit of each pair that is offered support, in the order of the list. */
    List<String> offered() {
        List<String> lines =
                new String(list, StandardCharsets.UTF_8).lines().skip(1).toList();
        assertThat(lines.size()).as("whole pairs").isEven();
        List<String> offered = new ArrayList<>();
        for (int place = 0; place < lines.size(); place += 2) {
            String[] first = lines.get(place).split(",");
            String[] second = lines.get(place + 1).split(",");
            assertThat(second[1]).as("the stratum of a pair").isEqualTo(first[1]);
            byte[] code = code(first[1] + "|" + first[0] + "|" + second[0]);
            offered.add((code[code.length - 1] & 1) == 0 ? first[0] : second[0]);
        }
        return offered;
    }

    private byte[] code(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
