/**
 * How an analysis is opened to named people of the other side, who read it and comment on its parts and never write in it. It
 * stands on {@code chain}.
 */
@NullMarked
package se.samverkan.analysis.review;

import org.jspecify.annotations.NullMarked;
