/** Tests of what is written for people. */
@org.jspecify.annotations.NullMarked
package dev.rehearsal.docs;
