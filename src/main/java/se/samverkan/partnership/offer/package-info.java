/**
 * How an organiser comes in: offers with their drafts, the answers of everybody whose yes the programme variant asks for, what
 * happens when nobody answers, and the reserve whose turn it then is. It stands on {@code course}.
 */
@NullMarked
package se.samverkan.partnership.offer;

import org.jspecify.annotations.NullMarked;
