/// Where the command writes and how it says numbers, mistakes and its exit code. Every other package of the command may call it.
package org.eimodel.cli.console;
