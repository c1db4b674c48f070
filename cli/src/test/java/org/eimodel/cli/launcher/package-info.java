/// Tests of the shell script `eimodel`, which stands before the command and finds its JDK.
package org.eimodel.cli.launcher;
