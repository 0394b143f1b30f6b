using IntegrationHub.Mappings.Engine.Expressions;
using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Mappings.Engine.Targets;

/// <summary>One attribute of a section: its path, its value, and where the value goes.</summary>
internal sealed class AttributeRule<TDraft>(string path, Expression value, Action<TDraft, object> set, bool several = false)
{
    /// <summary>Maps this attribute; whatever is wrong with it stays with it.</summary>
    public void Run(TDraft draft, in Scope scope, Attempt attempt)
    {
        attempt.Attribute = path;
        attempt.Column = null;
        var result = value.Evaluate(scope, attempt);
        if (result is string?[] { Length: > 1 } && !several)
        {
            attempt.Note("value.several");
        }

        if (result is string?[] list && !several)
        {
            result = Array.Find(list, t => t is not null);
        }

        if (result is not null)
        {
            set(draft, result);
        }
    }
}
