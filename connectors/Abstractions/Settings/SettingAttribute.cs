namespace IntegrationHub.Connectors.Abstractions.Settings;

/// <summary>What a setting is, in the words a form shows.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SettingAttribute(string french, string english) : Attribute
{
    public string French => french;

    public string English => english;

    /// <summary>Smallest number allowed.</summary>
    public long Minimum { get; init; } = long.MinValue;

    /// <summary>Largest number allowed.</summary>
    public long Maximum { get; init; } = long.MaxValue;
}
