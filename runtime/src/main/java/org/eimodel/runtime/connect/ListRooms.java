package org.eimodel.runtime.connect;

/// How much room the lists of one tract have in each slice: when one list needs more, all get it when the round is over.
public final class ListRooms {
  private final int[] rooms;
  private boolean raised;

  /// @param slices how many the tract reaches
  public ListRooms(int slices) {
    this.rooms = new int[slices];
  }

  /// Asks for room in a slice.
  ///
  /// @param least so much must be there
  /// @param better so much is made where it is not
  void ask(int k, int least, int better) {
    if (rooms[k] < least) {
      rooms[k] = better;
      raised = true;
    }
  }

  /// {@return the room in a slice}
  int of(int k) {
    return rooms[k];
  }

  /// {@return whether some room has become larger since this was last asked}
  public boolean wasRaised() {
    boolean was = raised;
    raised = false;
    return was;
  }
}
