package se.samverkan.access.people;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long somebody who has left is known by name.
 *
 * @param days after the last day; a year lets the next school year ask who it was
 */
@ConfigurationProperties("samverkan.leavers")
record LeaverSettings(@DefaultValue("365") int days) {}
