using IntegrationHub.Mappings.Engine.Functions;
using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Mappings.Engine.Expressions;

/// <summary>A compiled value of a document.</summary>
internal abstract class Expression(ValueKind kind)
{
    /// <summary>What it gives where it gives anything. A text may come as a list when the source holds an array.</summary>
    public ValueKind Kind { get; } = kind;

    /// <summary>True for a column as it stands: the attribute's own function is then added.</summary>
    public virtual bool IsBare => false;

    public abstract object? Evaluate(in Scope scope, Attempt attempt);
}
