package org.eimodel.runtime.connect;

/// How much room the lists of one tract have in each slice: when one list needs more, all get it when the round is over.
///
/// That holds up to a share of the tract's synapses. A list that needs more, because much of a population fired at once, gets
/// it alone, and gives it back when its spikes have arrived.
public final class ListRooms {
  private static final int LONGEST = Integer.MAX_VALUE - 8;

  private final int[] rooms;
  private final int most;
  private boolean raised;

  /// @param slices how many the tract reaches
  /// @param most room that all lists may get in a slice because one of them needed it
  public ListRooms(int slices, int most) {
    this.rooms = new int[slices];
    this.most = most;
  }

  /// Asks for room in a slice.
  ///
  /// @param least so much must be there
  /// @return the room for the list that asks: half as much again, so that it need not ask soon
  int ask(int k, int least) {
    int better = (int) Math.min(LONGEST, least * 3L / 2);
    if (least > most) {
      return better;
    }
    if (rooms[k] < least) {
      rooms[k] = Math.min(better, most);
      raised = true;
    }
    return rooms[k];
  }

  /// {@return the room of all lists in a slice}
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
