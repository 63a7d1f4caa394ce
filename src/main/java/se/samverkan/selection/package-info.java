/**
 * From figures to a decision that stands up: who is in need, who is offered support, by lot or by assessment, and which
 * units they are compared with. What stands today are its methods, without database: the needs index, the draw, and
 * matching with its balance; rules, formulas and worked examples are in docs/methods.
 */
@ApplicationModule(allowedDependencies = {"shared", "statistics::estimate"})
@NullMarked
package se.samverkan.selection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
