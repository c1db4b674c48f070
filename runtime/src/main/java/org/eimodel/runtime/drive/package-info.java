/// What drives add up to, written where the kernels read it, and only when it changes.
package org.eimodel.runtime.drive;
