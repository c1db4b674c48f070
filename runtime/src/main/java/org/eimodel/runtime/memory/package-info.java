/// What a network will need, before any of it is taken.
package org.eimodel.runtime.memory;
