using IntegrationHub.Mdm.Model;
using IntegrationHub.Tests.Hub.Fakes;

namespace IntegrationHub.Tests.Hub.Publishing;

/// <summary>Makes random but possible histories: people are created, corrected, merged, split, restricted, released, erased.</summary>
internal sealed class Shuffler(SmallRegistry registry, int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<GoldenId> _live = [];
    private readonly List<GoldenId> _restricted = [];
    private readonly List<(GoldenId Retired, GoldenId Into)> _merged = [];
    private long _next = 1;

    /// <summary>Ids ever given.</summary>
    public IEnumerable<GoldenId> Everybody => Enumerable.Range(1, (int)_next - 1).Select(id => new GoldenId(id));

    /// <summary>One change.</summary>
    /// <returns>Its sequence.</returns>
    public long Step()
    {
        var dice = _random.Next(100);
        return (_live.Count < 3 ? 0 : dice) switch
        {
            < 20 => Create(),
            < 55 => Say(Pick(_live), ChangeKind.Updated, GoldenState.Active),
            < 70 => Merge(),
            < 82 when _merged.Count > 0 => Split(),
            < 88 => Restrict(),
            < 93 when _restricted.Count > 0 => Release(),
            < 97 => Erase(),
            _ => Say(Pick(_live), ChangeKind.Linked, GoldenState.Active),
        };
    }

    private long Create()
    {
        var id = new GoldenId(_next++);
        _live.Add(id);
        return registry.Put(Golden(id, GoldenState.Active), ChangeKind.Created, "source:crm", ["birthName"]).Sequence;
    }

    private long Merge()
    {
        var retired = Pick(_live);
        _live.Remove(retired);
        var survivor = Pick(_live);
        _merged.Add((retired, survivor));
        registry.Set(Golden(retired, GoldenState.Merged) with { MergedInto = survivor });
        return registry.Put(Golden(survivor, GoldenState.Active), ChangeKind.Merged, "steward:1", ["birthName"], retired).Sequence;
    }

    private long Split()
    {
        var (retired, into) = _merged[_random.Next(_merged.Count)];
        if (!_live.Contains(into))
        {
            return Create();
        }

        _merged.Remove((retired, into));
        _live.Add(retired);
        registry.Set(Golden(retired, GoldenState.Active));
        return registry.Put(Golden(into, GoldenState.Active), ChangeKind.Split, "steward:2", ["birthName"], retired).Sequence;
    }

    private long Restrict()
    {
        var id = Pick(_live);
        _live.Remove(id);
        _restricted.Add(id);
        return Say(id, ChangeKind.Restricted, GoldenState.Restricted);
    }

    private long Release()
    {
        var id = Pick(_restricted);
        _restricted.Remove(id);
        _live.Add(id);
        return Say(id, ChangeKind.Released, GoldenState.Active);
    }

    private long Erase()
    {
        var id = Pick(_live);
        _live.Remove(id);
        return Say(id, ChangeKind.Erased, GoldenState.Erased);
    }

    private long Say(GoldenId id, ChangeKind kind, GoldenState state) => registry.Put(Golden(id, state), kind, "source:crm", ["birthName"]).Sequence;

    private GoldenRecord Golden(GoldenId id, GoldenState state) => new()
    {
        Id = id,
        Version = (registry.Last(id)?.Version ?? 0) + 1,
        State = state,
        Citizen = state is GoldenState.Active or GoldenState.Restricted ? new Citizen { BirthName = $"N{_random.Next()}" } : new Citizen(),
        Members = state is GoldenState.Erased ? [] : [new PartKey("crm", $"{id.Value}")],
    };

    private GoldenId Pick(List<GoldenId> ids) => ids[_random.Next(ids.Count)];
}
