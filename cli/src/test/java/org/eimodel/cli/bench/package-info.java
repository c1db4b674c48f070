/// Tests of `eimodel bench`.
package org.eimodel.cli.bench;
