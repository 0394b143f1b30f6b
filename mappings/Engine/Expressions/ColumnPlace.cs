using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Mappings.Engine.Expressions;

/// <summary>A column of the item at hand, or of the whole record (<c>/column</c>).</summary>
internal readonly record struct ColumnPlace(int Place, bool OfRecord)
{
    public object? Read(in Scope scope, Attempt attempt) => (OfRecord ? scope.Record : scope.Item).Text(Place, attempt);
}
