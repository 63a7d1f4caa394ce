package se.samverkan.records.file;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What files may be here.
 *
 * @param megabytes the largest that is taken in
 */
@ConfigurationProperties("samverkan.files")
public record FileSettings(@DefaultValue("50") int megabytes) {

    public long bytes() {
        return megabytes * 1024L * 1024L;
    }
}
