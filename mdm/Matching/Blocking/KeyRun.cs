using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Blocking;

/// <summary>Blocking keys of a run of records, one after the other.</summary>
/// <param name="Keys">Of all records.</param>
/// <param name="Rules">Of which rule each is, and whether it was <see cref="Fresh"/>ly made.</param>
/// <param name="Ends">Where those of each record end.</param>
internal sealed record KeyRun(ulong[] Keys, byte[] Rules, int[] Ends)
{
    /// <summary>Rules there can be; the bit above theirs is <see cref="Fresh"/>'s.</summary>
    public const int MostRules = 0x80;

    /// <summary>Beside a rule: the key is of those made last.</summary>
    private const byte Fresh = MostRules;

    public static KeyRun Of(ReadOnlySpan<RowView> rows, Vocabulary vocabulary, KeyMaker maker)
    {
        var (made, rules, ends) = (new List<ulong>(16 * rows.Length), new List<byte>(16 * rows.Length), new int[rows.Length]);
        Span<ulong> keys = stackalloc ulong[KeyMaker.Most];
        Span<byte> ofRules = stackalloc byte[KeyMaker.Most];
        for (var i = 0; i < rows.Length; i++)
        {
            var count = maker.Write(rows[i].Span, vocabulary, keys, ofRules);
            made.AddRange(keys[..count]);
            Add(ofRules[..count], Fresh, rules);
            ends[i] = made.Count;
        }

        return new KeyRun([.. made], [.. rules], ends);
    }

    /// <summary>Adds what the run's keys are dealt as.</summary>
    /// <param name="entry">What a key of a record is dealt as.</param>
    /// <param name="first">The number of the run's first record.</param>
    /// <param name="all">Whether all keys are dealt, or those that were made last.</param>
    /// <param name="entries">Where they are put.</param>
    public void Deal(Func<ulong, int, ulong> entry, int first, bool all, List<ulong> entries)
    {
        var at = 0;
        for (var record = 0; record < Ends.Length; record++)
        {
            for (; at < Ends[record]; at++)
            {
                if (all || Rules[at] >= Fresh)
                {
                    entries.Add(entry(Keys[at], first + record));
                }
            }
        }
    }

    /// <summary>Whether a record may have more keys than there is room for: those left out appear when others become fewer.</summary>
    public bool IsCut(int record) => Ends[record] - Start(record) == KeyMaker.Most;

    public ReadOnlySpan<ulong> Of(int record) => Keys.AsSpan(Start(record)..Ends[record]);

    /// <summary>The records that have one of these keys.</summary>
    public List<int> Having(KeyFilter wanted)
    {
        var found = new List<int>();
        for (var i = 0; i < Ends.Length; i++)
        {
            foreach (var key in Of(i))
            {
                if (wanted.Contains(key))
                {
                    found.Add(i);
                    break;
                }
            }
        }

        return found;
    }

    /// <summary>The same with the keys of some records made anew.</summary>
    /// <param name="records">Those that have outdated keys.</param>
    /// <param name="outdated">The keys.</param>
    /// <param name="rows">All records of the run.</param>
    /// <param name="vocabulary">Their values.</param>
    /// <param name="maker">Makes a record's keys.</param>
    /// <param name="made">Room for keys, the caller's.</param>
    /// <param name="rules">Room for the rules they are of.</param>
    public KeyRun Renewed(List<int> records, KeyFilter outdated, ReadOnlySpan<RowView> rows, Vocabulary vocabulary, KeyMaker maker, List<ulong> made, List<byte> rules)
    {
        made.Clear();
        rules.Clear();
        var (ends, next) = (new int[Ends.Length], 0);
        for (var i = 0; i < ends.Length; i++)
        {
            if (next < records.Count && records[next] == i)
            {
                next++;
                Renew(i, outdated, rows[i].Span, vocabulary, maker, made, rules);
            }
            else
            {
                made.AddRange(Of(i));
                Add(Rules.AsSpan(Start(i)..Ends[i]), 0, rules);
            }

            ends[i] = made.Count;
        }

        return new KeyRun([.. made], [.. rules], ends);
    }

    private int Start(int record) => record == 0 ? 0 : Ends[record - 1];

    /// <summary>The keys of a record, those of rules with an outdated one made anew: what the other rules read need not be looked at again.</summary>
    private void Renew(int record, KeyFilter outdated, ReadOnlySpan<int> row, Vocabulary vocabulary, KeyMaker maker, List<ulong> made, List<byte> rules)
    {
        Span<ulong> keys = stackalloc ulong[KeyMaker.Most];
        Span<byte> ofRules = stackalloc byte[KeyMaker.Most];
        var (at, end, count) = (Start(record), Ends[record], 0);
        if (IsCut(record))
        {
            (at, count) = (end, maker.Write(row, vocabulary, keys, ofRules));
            Add(ofRules[..count], Fresh, rules);
        }

        while (at < end)
        {
            var (first, rule, stale) = (at, RuleOf(at), false);
            for (; at < end && RuleOf(at) == rule; at++)
            {
                stale |= outdated.Contains(Keys[at]);
            }

            var own = Keys.AsSpan(first..at);
            own = own[..Math.Min(own.Length, keys.Length - count)];
            own.CopyTo(keys[count..]);
            var added = stale ? maker.Write(rule, row, vocabulary, keys[count..]) : own.Length;
            ofRules[..added].Fill(rule);
            Add(ofRules[..added], stale ? Fresh : (byte)0, rules);
            count += added;
        }

        made.AddRange(keys[..count]);
    }

    private byte RuleOf(int key) => (byte)(Rules[key] & ~Fresh);

    private static void Add(ReadOnlySpan<byte> ofRules, byte fresh, List<byte> rules)
    {
        foreach (var rule in ofRules)
        {
            rules.Add((byte)((rule & ~Fresh) | fresh));
        }
    }
}
