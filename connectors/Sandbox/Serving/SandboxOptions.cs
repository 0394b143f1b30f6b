namespace IntegrationHub.Connectors.Sandbox.Serving;

/// <summary>How a fake system is started.</summary>
public sealed record SandboxOptions
{
    /// <summary>0 takes any free one.</summary>
    public int Port { get; init; }

    public int People { get; init; } = 120;

    public ulong Seed { get; init; } = 1;

    /// <summary>The town it holds, where several systems hold the same one; null generates one of <see cref="People"/> and <see cref="Seed"/>.</summary>
    public Town.Town? Town { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Extra fields of the first record, by name.</summary>
    public IReadOnlyDictionary<string, string> Planted { get; init; } = new Dictionary<string, string>();
}
