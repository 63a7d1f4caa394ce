/**
 * How a plan is opened to named people of the other side, who read it and comment on its parts and never write in it. It
 * stands on {@code content}.
 */
@NullMarked
package se.samverkan.actionplan.review;

import org.jspecify.annotations.NullMarked;
