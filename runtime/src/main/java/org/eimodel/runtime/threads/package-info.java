/// Threads that share work on request and cost nothing in between.
package org.eimodel.runtime.threads;
