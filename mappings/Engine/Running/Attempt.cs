using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mappings.Engine.Running;

/// <summary>The mapping of one record under way: what went wrong so far, and where we are. Not for two threads at once.</summary>
public sealed class Attempt(DateTimeOffset received)
{
    private List<MappingIssue>? issues;
    private int muted;

    /// <summary>When the record reached the hub; the only clock a mapping knows. A date after it lies in the future.</summary>
    public DateTimeOffset Received { get; } = received;

    /// <summary>Path of the attribute being mapped: <c>citizen.birthDate</c>.</summary>
    public string Attribute { get; internal set; } = "record";

    /// <summary>The column read last.</summary>
    public string? Column { get; internal set; }

    public IReadOnlyList<MappingIssue> Issues => issues ?? (IReadOnlyList<MappingIssue>)[];

    /// <summary>Gives up on the value: one issue, and null to return.</summary>
    /// <param name="code">Stable code of the rule broken: <c>date.impossible</c>. Never a value.</param>
    public object? Fail(string code)
    {
        Note(code);
        return null;
    }

    /// <summary>Tells that a value is kept although something is wrong with it.</summary>
    public void Note(string code)
    {
        var issue = new MappingIssue(Attribute, code, Column);
        if (muted == 0 && !(issues ??= []).Contains(issue))
        {
            issues.Add(issue);
        }
    }

    /// <summary>Conditions look at values without judging them.</summary>
    internal void Mute() => muted++;

    internal void Unmute() => muted--;
}
