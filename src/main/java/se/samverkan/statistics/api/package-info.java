/** The public API over HTTP: what {@link se.samverkan.statistics.OpenData} answers, with addresses, pages and caching. */
@NullMarked
package se.samverkan.statistics.api;

import org.jspecify.annotations.NullMarked;
