using System.Numerics;

namespace IntegrationHub.Mdm.Matching.Clustering;

/// <summary>Counts the pairs between two groups where some object to a join: one garbled record among twenty must not keep a person in two halves.</summary>
/// <remarks>Counting pairs alone is not enough: of a father and a son who share name and address most pairs link, as long as few records carry a birth date.
/// So each comparison in dispute must be settled by the pairs in which that very comparison agrees. See docs/decisions/0033, 0034 and 0036.</remarks>
internal sealed class Ballot
{
    /// <summary>Pairs that must speak for the join for one that objects. For one that has a reservation, one: half of what it goes by nobody said.</summary>
    private const int Odds = 4;

    /// <summary>Comparisons a pattern has room for.</summary>
    private const int Room = 16;

    private readonly int[] _agree = new int[Room];
    private readonly int[] _firmly = new int[Room];
    private readonly int[] _disagree = new int[Room];
    private readonly int[] _contradict = new int[Room];
    private readonly int[] _reserved = new int[Room];
    private int _pairs;
    private int _linking;
    private int _objecting;

    /// <summary>Whether so few of the pairs object or contradict that the others might outvote them: asked before they are counted.</summary>
    public static bool MayOutvote(int objecting, int pairs) => (long)objecting * (Odds + 1) <= pairs;

    public void Clear()
    {
        (_pairs, _linking, _objecting) = (0, 0, 0);
        _agree.AsSpan().Clear();
        _firmly.AsSpan().Clear();
        _disagree.AsSpan().Clear();
        _contradict.AsSpan().Clear();
        _reserved.AsSpan().Clear();
    }

    /// <param name="stance">Of one pair; nothing more than <see cref="Obstacle.Contradiction"/> may stand in its way, nobody outvotes anything else.</param>
    public void Count(Stance stance)
    {
        _pairs++;
        _linking += stance.Links ? 1 : 0;
        _objecting += stance.Obstacle is Obstacle.Guard or Obstacle.Contradiction ? 1 : 0;
        Count(stance.Compared, stance.Obstacle switch { Obstacle.None => _agree, Obstacle.Reservation => _reserved, _ => _disagree });
        Count(stance.Obstacle == Obstacle.Contradiction ? stance.Compared : 0, _contradict);
        Count(stance.Firmly, _firmly);
    }

    /// <summary>What the other pairs leave standing: a contradiction, the guard, a reservation, or nothing.</summary>
    /// <remarks>A guard falls where four pairs link for each that objects, and each comparison that these dispute agrees in most pairs, and in four for each;
    /// contradictions are objections of which all this must be true of pairs that agree firmly; reservations fall where each comparison that they dispute agrees firmly in as many pairs.</remarks>
    public Obstacle Left()
    {
        var (contradiction, guard, reservation) = (false, Odds * _objecting > _linking, false);
        for (var c = 0; c < Room; c++)
        {
            contradiction |= _contradict[c] > 0 && !Outvoted(_firmly[c], _contradict[c]);
            guard |= _disagree[c] > 0 && !Outvoted(_agree[c], _disagree[c]);
            reservation |= _firmly[c] < _reserved[c];
        }

        return contradiction ? Obstacle.Contradiction : guard ? Obstacle.Guard : reservation ? Obstacle.Reservation : Obstacle.None;
    }

    private bool Outvoted(int agree, int against) => agree >= Odds * against && 2 * agree > _pairs;

    private static void Count(uint comparisons, int[] counts)
    {
        for (var rest = comparisons; rest != 0; rest &= rest - 1)
        {
            counts[BitOperations.TrailingZeroCount(rest)]++;
        }
    }
}
