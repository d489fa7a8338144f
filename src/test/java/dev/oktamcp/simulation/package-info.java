/// A small Okta org that runs inside a test: real HTTP, Okta's rules, data from a seed.
///
/// It follows Okta's documents, never the code under test. What no document settles is marked
/// ASSUMPTION where it is decided.
@NullMarked
package dev.oktamcp.simulation;

import org.jspecify.annotations.NullMarked;
