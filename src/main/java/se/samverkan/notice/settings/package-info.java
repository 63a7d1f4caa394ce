/** When somebody wants mail, and the page of it. It stands on {@code calendar}, whose part of the page it shows. */
@NullMarked
package se.samverkan.notice.settings;

import org.jspecify.annotations.NullMarked;
