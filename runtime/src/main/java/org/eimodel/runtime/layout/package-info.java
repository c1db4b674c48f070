/// Who lives where: populations in the storage of their group, and slices over them.
package org.eimodel.runtime.layout;
