/** The plan of a unit and its parts: areas with their causes, goals, signs, interventions and how they are followed up. */
@NullMarked
package se.samverkan.actionplan.content;

import org.jspecify.annotations.NullMarked;
