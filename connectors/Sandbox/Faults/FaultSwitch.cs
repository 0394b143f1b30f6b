namespace IntegrationHub.Connectors.Sandbox.Faults;

/// <summary>The fault a fake system is set to, and how often it was met.</summary>
public sealed class FaultSwitch
{
    private readonly Lock gate = new();
    private Fault? armed;
    private int seen;
    private int met;

    /// <summary>Requests that met a fault since it was set.</summary>
    public int Met => Volatile.Read(ref met);

    public Fault? Armed
    {
        get
        {
            lock (gate)
            {
                return armed;
            }
        }
    }

    public void Set(Fault fault)
    {
        lock (gate)
        {
            (armed, seen, met) = (fault, 0, 0);
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            armed = null;
        }
    }

    public bool Is(FaultKind kind) => Armed?.Kind == kind;

    /// <summary>The fault this request meets; null for none.</summary>
    public FaultKind? Next(string path)
    {
        lock (gate)
        {
            if (armed is not { } fault || (fault.Path is { } part && !path.Contains(part, StringComparison.OrdinalIgnoreCase)))
            {
                return null;
            }

            var place = seen++;
            if (place < fault.Skip || place >= fault.Skip + (fault.Times ?? int.MaxValue - fault.Skip))
            {
                return null;
            }

            met++;
            return fault.Kind;
        }
    }
}
