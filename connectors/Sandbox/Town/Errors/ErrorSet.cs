using System.Numerics;

namespace IntegrationHub.Connectors.Sandbox.Town.Errors;

/// <summary>Some kinds of error, as bits.</summary>
public readonly record struct ErrorSet(ulong Bits)
{
    public bool Has(ErrorKind kind) => (Bits & (1UL << (int)kind)) != 0;

    public ErrorSet With(ErrorKind kind) => new(Bits | (1UL << (int)kind));

    public int Count => BitOperations.PopCount(Bits);
}
