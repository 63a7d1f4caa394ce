package se.samverkan.notice.webhook;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What systems may be told.
 *
 * @param loopback whether a system on this very machine may be, in the open; for trying things out
 */
@ConfigurationProperties("samverkan.webhooks")
record WebhookSettings(@DefaultValue("false") boolean loopback) {}
