using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Survivorship;

/// <summary>Survivorship as a pure function: (parts, overrides, policy, permitted sources) to surviving values and their reasons.</summary>
/// <remarks>No clock, no arrival order, no database: any permutation of the parts gives the same record.</remarks>
public sealed class SurvivorshipEngine(SurvivorshipPolicy policy)
{
    private static readonly Dictionary<string, SurvivingAttribute> Catalogue =
        SurvivingAttributes.All.ToDictionary(attribute => attribute.Name, StringComparer.Ordinal);

    private readonly (AttributePolicy Group, SurvivingAttribute? Attribute)[] _groups = [.. policy.Groups.Select(group => (group, Catalogue.GetValueOrDefault(group.Attribute)))];

    public SurvivorshipPolicy Policy => policy;

    /// <summary>The record that survives.</summary>
    /// <param name="parts">Live parts of one person, in any order.</param>
    /// <param name="overrides">The steward's layer; of two for one group the later speaks.</param>
    /// <param name="permitted">Connections that may speak; null for all.</param>
    public Survivor Settle(IReadOnlyList<SurvivorPart> parts, IReadOnlyList<Override> overrides, IReadOnlySet<string>? permitted = null)
    {
        var (standing, excluded) = Divide(parts, permitted);
        var field = Field(standing);
        var draft = new CitizenDraft();
        var provenance = new List<Provenance>(12);
        var contest = new List<Candidate>(parts.Count);
        foreach (var (group, attribute) in Groups(standing, overrides))
        {
            Gather(contest, group, attribute, field, excluded, overrides);
            if (contest.Count == 0)
            {
                continue;
            }

            var rule = Rank(group, attribute, contest);
            attribute.Settle(draft, contest);
            provenance.Add(new Provenance(group.Attribute, contest[0].Source, contest[0].At, rule));
        }

        return new Survivor(draft.ToCitizen(), provenance);
    }

    /// <summary>Every candidate of every group that has one, and the rule that decided.</summary>
    public IReadOnlyList<AttributeWhy> Why(IReadOnlyList<SurvivorPart> parts, IReadOnlyList<Override> overrides, IReadOnlySet<string>? permitted = null)
    {
        var (standing, excluded) = Divide(parts, permitted);
        var field = Field(standing);
        var why = new List<AttributeWhy>();
        var contest = new List<Candidate>(parts.Count);
        foreach (var (group, attribute) in Groups(standing, overrides))
        {
            Gather(contest, group, attribute, field, excluded, overrides);
            if (contest.Count == 0)
            {
                continue;
            }

            if (contest.Count == 1)
            {
                contest[0].Scores = [];
            }

            var rule = Rank(group, attribute, contest);
            IEnumerable<CandidateWhy> shown = contest.Select(candidate => Shown(candidate, group, attribute, excluded: false));
            var kept = excluded.Where(part => attribute.Said(part.Citizen)).OrderBy(part => part.Key)
                .Select(part => Shown(new Candidate(part.Key, part.ChangedAt, part.Citizen), group, attribute, excluded: true));
            why.Add(new AttributeWhy(group.Attribute, rule, [.. shown, .. kept]));
        }

        return why;
    }

    private static CandidateWhy Shown(Candidate candidate, AttributePolicy group, SurvivingAttribute attribute, bool excluded) => new(
        candidate.Source,
        candidate.At,
        attribute.Alone(candidate.From),
        [.. group.Rules.Zip(candidate.Scores, (rule, score) => (rule.Name, score))],
        excluded);

    private (IReadOnlyList<SurvivorPart> Standing, IReadOnlyList<SurvivorPart> Excluded) Divide(IReadOnlyList<SurvivorPart> parts, IReadOnlySet<string>? permitted)
    {
        var visible = permitted is null ? parts : [.. parts.Where(part => permitted.Contains(part.Key.Record.Connection))];
        if (!IsAnyBlocked(visible) || visible.All(part => policy.Blocked.Contains(part.Citizen.Status)))
        {
            return (visible, []);
        }

        return ([.. visible.Where(part => !policy.Blocked.Contains(part.Citizen.Status))], [.. visible.Where(part => policy.Blocked.Contains(part.Citizen.Status))]);
    }

    /// <summary>The policy's groups, the declared attributes' line opened into one group for each name that occurs.</summary>
    private IEnumerable<(AttributePolicy Group, SurvivingAttribute Attribute)> Groups(IReadOnlyList<SurvivorPart> parts, IReadOnlyList<Override> overrides)
    {
        foreach (var (group, attribute) in _groups)
        {
            if (attribute is not null)
            {
                yield return (group, attribute);
                continue;
            }

            foreach (var name in Declared(parts, overrides))
            {
                yield return (group with { Attribute = $"{SurvivingAttributes.Extra}.{name}" }, SurvivingAttributes.Declared(name));
            }
        }
    }

    private static IEnumerable<string> Declared(IReadOnlyList<SurvivorPart> parts, IReadOnlyList<Override> overrides)
    {
        var any = overrides.Count > 0;
        for (var i = 0; i < parts.Count && !any; i++)
        {
            any = parts[i].Citizen.Extra.Count > 0;
        }

        return any
            ? parts.SelectMany(part => part.Citizen.Extra.Keys).Concat(overrides.SelectMany(o => o.Value.Extra.Keys)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            : [];
    }

    // One candidate a part serves all groups in turn.
    private static Candidate[] Field(IReadOnlyList<SurvivorPart> parts)
    {
        var field = new Candidate[parts.Count];
        for (var i = 0; i < field.Length; i++)
        {
            field[i] = new Candidate(parts[i].Key, parts[i].ChangedAt, parts[i].Citizen);
        }

        return field;
    }

    private static void Gather(
        List<Candidate> contest, AttributePolicy group, SurvivingAttribute attribute, Candidate[] field, IReadOnlyList<SurvivorPart> excluded, IReadOnlyList<Override> overrides)
    {
        contest.Clear();
        foreach (var candidate in field)
        {
            if (attribute.Said(candidate.From))
            {
                candidate.ValueKey = "";
                contest.Add(candidate.From.Said.Count > 0 && candidate.From.Said.TryGetValue(group.Attribute, out var said) ? candidate with { At = said, Scores = [] } : candidate);
            }
        }

        for (var i = 0; i < excluded.Count; i++)
        {
            if (attribute.Insisted(excluded[i].Citizen) is { } insisted)
            {
                contest.Add(new Candidate(excluded[i].Key, excluded[i].ChangedAt, insisted));
            }
        }

        var steward = overrides.Count == 0 ? null : overrides
            .Where(entry => entry.Attribute == group.Attribute)
            .OrderByDescending(entry => entry.At).ThenBy(entry => entry.Origin)
            .FirstOrDefault();
        if (steward is not null)
        {
            contest.Add(new Candidate(null, steward.At, steward.Value, IsOverride: true));
        }
    }

    // Puts the best first and says which rule decided.
    private static string Rank(AttributePolicy group, SurvivingAttribute attribute, List<Candidate> candidates)
    {
        if (candidates.Count == 1)
        {
            return candidates[0].IsOverride ? "override" : SurvivorshipRules.OnlySource;
        }

        // Most parts of a person agree to the letter: then there is nothing to fold and compare.
        var agreed = true;
        for (var i = 1; i < candidates.Count && agreed; i++)
        {
            agreed = attribute.Same(candidates[i].From, candidates[0].From);
        }

        for (var i = 0; i < candidates.Count && !agreed; i++)
        {
            candidates[i].ValueKey = attribute.Said(candidates[i].From) ? attribute.Key(candidates[i].From) : "";
        }

        var contest = new Contest(attribute, candidates, group.Trust);
        foreach (var candidate in candidates)
        {
            var scores = candidate.Scores.Length == group.Rules.Count ? candidate.Scores : candidate.Scores = new long[group.Rules.Count];
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] = agreed && group.Rules[i].OfValue && !ReferenceEquals(candidate, candidates[0]) ? candidates[0].Scores[i] : group.Rules[i].Score(candidate, contest);
            }
        }

        candidates.Sort(Candidate.Compare);
        if (agreed)
        {
            return SurvivorshipRules.Unanimous;
        }

        var rule = Decided(group, candidates);
        PreferSmallLetters(attribute, candidates);
        return rule;
    }

    // The rules choose a value; of its spellings one in capitals alone never stands for one that kept its small letters and accents.
    private static void PreferSmallLetters(SurvivingAttribute attribute, List<Candidate> ranked)
    {
        var winner = ranked[0];
        if (winner.IsOverride || !attribute.Shouts(winner.From))
        {
            return;
        }

        var best = 0;
        for (var i = 1; i < ranked.Count; i++)
        {
            if (ranked[i].ValueKey == winner.ValueKey && !attribute.Shouts(ranked[i].From)
                && (best == 0 || attribute.Completeness(ranked[i].From) > attribute.Completeness(ranked[best].From)))
            {
                best = i;
            }
        }

        if (best > 0)
        {
            var chosen = ranked[best];
            ranked.RemoveAt(best);
            ranked.Insert(0, chosen);
        }
    }

    private static string Decided(AttributePolicy group, List<Candidate> ranked)
    {
        if (Agree(ranked, 0))
        {
            return SurvivorshipRules.Unanimous;
        }

        for (var i = 0; i < group.Rules.Count; i++)
        {
            if (Agree(ranked, i + 1))
            {
                return group.Rules[i].Name;
            }
        }

        return SurvivorshipRules.StableTie;
    }

    /// <summary>Whether all that score as the best does by the first <paramref name="rules"/> rules say what it says.</summary>
    private static bool Agree(List<Candidate> ranked, int rules)
    {
        var best = ranked[0];
        foreach (var candidate in ranked)
        {
            if (candidate.ValueKey != best.ValueKey && candidate.Scores.AsSpan(0, rules).SequenceEqual(best.Scores.AsSpan(0, rules)))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsAnyBlocked(IReadOnlyList<SurvivorPart> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (policy.Blocked.Contains(parts[i].Citizen.Status))
            {
                return true;
            }
        }

        return false;
    }
}
