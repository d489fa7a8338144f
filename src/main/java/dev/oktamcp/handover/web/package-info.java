/// The page of secrets.
@NullMarked
package dev.oktamcp.handover.web;

import org.jspecify.annotations.NullMarked;
