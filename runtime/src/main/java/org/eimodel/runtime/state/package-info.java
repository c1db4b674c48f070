/// The numbers of a network: one primitive array per variable, contiguous over the populations of a group.
package org.eimodel.runtime.state;
