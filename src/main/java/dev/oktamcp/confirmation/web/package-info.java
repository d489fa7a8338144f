/// The page of questions.
@NullMarked
package dev.oktamcp.confirmation.web;

import org.jspecify.annotations.NullMarked;
