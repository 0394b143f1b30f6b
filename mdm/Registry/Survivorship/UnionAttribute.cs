using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Survivorship;

/// <summary>An attribute group with many values: all of them, each once, in the order of those who say them. A steward's list replaces the sources'.</summary>
/// <param name="name">The policy's word.</param>
/// <param name="values">The group's values.</param>
/// <param name="same">Whether two values are exactly equal.</param>
/// <param name="key">Equal for values that are one.</param>
/// <param name="join">Makes one of two values with the same key; the first is the better ranked.</param>
/// <param name="set">The citizen with these values.</param>
/// <param name="last">Values that belong behind the others (addresses no longer valid); null when none do.</param>
/// <param name="fold">Makes one of values that only the whole list shows to be one; null when none do.</param>
/// <param name="always">Values that hold against a steward's list too (a refusal of contact); null when none do.</param>
internal sealed class UnionAttribute<T>(
    string name,
    Func<Citizen, IReadOnlyList<T>> values,
    Func<T, T, bool> same,
    Func<T, string> key,
    Func<T, T, T> join,
    Action<CitizenDraft, IReadOnlyList<T>> set,
    Func<T, bool>? last = null,
    Func<List<T>, List<T>>? fold = null,
    Func<T, bool>? always = null) : SurvivingAttribute(name)
{
    public override bool Said(Citizen citizen) => values(citizen).Count > 0;

    public override Citizen? Insisted(Citizen citizen)
    {
        if (always is null || values(citizen).Where(always).ToList() is not { Count: > 0 } kept)
        {
            return null;
        }

        var draft = new CitizenDraft();
        set(draft, kept);
        return draft.ToCitizen();
    }

    public override bool Same(Citizen a, Citizen b)
    {
        var (x, y) = (values(a), values(b));
        if (x.Count != y.Count)
        {
            return false;
        }

        for (var i = 0; i < x.Count; i++)
        {
            if (!same(x[i], y[i]))
            {
                return false;
            }
        }

        return true;
    }

    public override string Key(Citizen citizen) => string.Join('\u001e', values(citizen).Select(key).Order(StringComparer.Ordinal));

    public override int Completeness(Citizen citizen) => values(citizen).Count;

    public override void Copy(CitizenDraft to, Citizen from) => set(to, values(from));

    public override void Settle(CitizenDraft to, IReadOnlyList<Candidate> ranked)
    {
        var steward = ranked.FirstOrDefault(candidate => candidate.IsOverride);
        if (ranked.Count == 1 && values(ranked[0].From).Count <= 1)
        {
            set(to, values(ranked[0].From));
            return;
        }

        var union = new List<T>();
        var keys = new List<string?>();
        foreach (var candidate in steward is null ? ranked : ranked.Where(c => c != steward).Prepend(steward))
        {
            foreach (var value in values(candidate.From))
            {
                if (steward is not null && candidate != steward && always?.Invoke(value) != true)
                {
                    continue;
                }

                var (place, valueKey) = PlaceOf(value, union, keys);
                if (place >= 0)
                {
                    union[place] = join(union[place], value);
                }
                else
                {
                    keys.Add(valueKey);
                    union.Add(value);
                }
            }
        }

        union = fold?.Invoke(union) ?? union;
        set(to, last is null ? union : [.. union.Where(value => !last(value)), .. union.Where(last)]);
    }

    // Where the same stands already, or -1. Most values are the same to the letter: only others are folded to be compared.
    private (int Place, string? Key) PlaceOf(T value, List<T> union, List<string?> keys)
    {
        for (var i = 0; i < union.Count; i++)
        {
            if (same(union[i], value))
            {
                return (i, null);
            }
        }

        if (union.Count == 0)
        {
            return (-1, null);
        }

        var valueKey = key(value);
        for (var i = 0; i < union.Count; i++)
        {
            if ((keys[i] ??= key(union[i])) == valueKey)
            {
                return (i, valueKey);
            }
        }

        return (-1, valueKey);
    }
}
