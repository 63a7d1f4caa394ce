package se.samverkan.records.signature;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The organisation's own key for sealing, as PKCS#12.
 *
 * @param file where it lies; empty where nothing is sealed
 * @param password what opens it
 */
@ConfigurationProperties("samverkan.seal")
record SealSettings(
        @DefaultValue("") String file, @DefaultValue("") String password) {

    boolean isSet() {
        return !file.isEmpty();
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "SealSettings[file=" + file + "]";
    }
}
