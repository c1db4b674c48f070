/// JMH suites: the stages of the compiler, and steps of networks beside loops written by hand.
package org.eimodel.benchmarks;
